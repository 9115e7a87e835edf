import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaKeys } from '#kernel/crypto/area-keys.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import type { ImportReading } from '../contract/import.ts';

/** What outlives a restart of the server: the file and how it is read, sealed under the area's key. */
export interface KeptImport {
  readonly importId: string;
  readonly fileName: string;
  /** base64 */
  readonly bytes: string;
  readonly reading: ImportReading;
}

const CONTEXT = 'people.import';

/** Registers on their way in are not kept longer. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const folderOf = (dataFolder: string, areaId: string) => join(dataFolder, 'imports', areaId);

/** Writes whole or not at all. */
export async function keepImport(
  dataFolder: string,
  areaId: string,
  keys: AreaKeys,
  kept: KeptImport,
): Promise<void> {
  const folder = folderOf(dataFolder, areaId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, kept.importId);
  await writeFile(`${path}.part`, keys.seal(JSON.stringify(kept), CONTEXT), { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** @returns null when there is none */
export async function findImport(
  dataFolder: string,
  areaId: string,
  keys: AreaKeys,
  importId: string,
): Promise<KeptImport | null> {
  if (!isUuid(importId)) return null;
  const sealed = await readFile(join(folderOf(dataFolder, areaId), importId)).catch(noSuchFile);
  return sealed && (JSON.parse(keys.open(sealed, CONTEXT)) as KeptImport);
}

/** Removes what is older than a day. */
export async function sweepImports(dataFolder: string, areaId: string, now: number): Promise<void> {
  const folder = folderOf(dataFolder, areaId);
  for (const name of (await readdir(folder).catch(noSuchFile)) ?? []) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > KEPT_MS) await rm(path, { force: true });
  }
}

export const removeImport = (dataFolder: string, areaId: string, importId: string): Promise<void> =>
  rm(join(folderOf(dataFolder, areaId), importId), { force: true });
