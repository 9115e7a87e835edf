import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SHARED_SECRETS } from '#core/privacy/module.ts';
import type { KeyFiles } from '#kernel/crypto/key-archive.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';

/** Every key file of the data folder that stands: the areas' and the installation's own. */
export async function readKeyFiles(dataFolder: string): Promise<KeyFiles> {
  const names = ((await readdir(join(dataFolder, 'keys')).catch(noSuchFile)) ?? []).filter((n) =>
    n.endsWith('.json'),
  );
  const paths = [...names.sort().map((name) => `keys/${name}`), ...SHARED_SECRETS];
  const files = new Map<string, Buffer>();
  for (const path of paths) {
    const content = await readFile(join(dataFolder, path)).catch(noSuchFile);
    if (content) files.set(path, content);
  }
  return files;
}

/** Paths of files that stand and are not in the copy as they are. */
export const missingFrom = (copy: KeyFiles, standing: KeyFiles): string[] =>
  [...standing].filter(([path, content]) => !copy.get(path)?.equals(content)).map(([path]) => path);

/** Written beside and renamed, for its owner only. */
export async function writeKeyFile(dataFolder: string, path: string, content: Buffer): Promise<void> {
  const target = join(dataFolder, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(`${target}.part`, content, { mode: 0o600, flush: true });
  await rename(`${target}.part`, target);
}

/** A copy names only files it may hold: nothing is written elsewhere. */
export const isKeyPath = (path: string): boolean =>
  /^keys\/[0-9a-f-]{36}\.json$/.test(path) || (SHARED_SECRETS as readonly string[]).includes(path);
