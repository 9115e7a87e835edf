import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SHARED_SECRETS } from '#core/privacy/module.ts';
import { backupProblems } from '#kernel/backup/problems.ts';
import { RECIPIENTS_FILE } from '#kernel/backup/recipients.ts';
import type { KeyFiles } from '#kernel/crypto/key-archive.ts';
import { readKeyFile } from '#kernel/crypto/key-file.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';
import { ProblemError } from '#kernel/problem/problem.ts';

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

export async function ensureFolder(dataFolder: string): Promise<void> {
  // Root's database server runs as another user, who must pass through.
  await mkdir(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/**
 * Puts a key file of a backup in its place. One that stands with other content is kept beside it under another name,
 * unless it holds all that the backup's holds and later keys: that one opens more.
 * @returns the name under which the other is kept
 * @throws `backup.from-newer-program` for a path that this program does not know
 */
export async function putKeyFile(dataFolder: string, path: string, content: Buffer): Promise<string | null> {
  if (!isKeyPath(path) && path !== RECIPIENTS_FILE) {
    throw new ProblemError(backupProblems['from-newer-program'], { version: '?', step: path });
  }
  const standing = await readFile(join(dataFolder, path)).catch(noSuchFile);
  if (standing?.equals(content) || (standing && holdsAllOf(path, standing, content))) return null;
  const aside = standing
    ? `${path}.before-restore-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
    : null;
  if (aside) await rename(join(dataFolder, path), join(dataFolder, aside));
  await writeKeyFile(dataFolder, path, content);
  return aside;
}

function holdsAllOf(path: string, standing: Buffer, content: Buffer): boolean {
  if (!path.startsWith('keys/')) return false;
  const later = readKeyFile(standing.toString('utf8')).versions;
  const { versions } = readKeyFile(content.toString('utf8'));
  return versions.every(({ version, secret }) =>
    later.some((v) => v.version === version && v.secret === secret),
  );
}
