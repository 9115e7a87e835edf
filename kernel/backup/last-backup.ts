import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noSuchFile } from '../no-such-file.ts';
import type { MadeBackup } from './make-backup.ts';

/** The last backup that was finished, wherever its file went. */
export interface LastBackup {
  /** Epoch ms of its snapshot. */
  readonly at: number;
  readonly file: string;
  readonly bytes: number;
}

const LAST = 'last-backup.json';

export async function noteBackup(
  dataFolder: string,
  file: string,
  made: Pick<MadeBackup, 'madeAt' | 'bytes'>,
): Promise<void> {
  const last: LastBackup = { at: Date.parse(made.madeAt), file, bytes: made.bytes };
  await writeFile(join(dataFolder, `${LAST}.part`), JSON.stringify(last), { mode: 0o600 });
  await rename(join(dataFolder, `${LAST}.part`), join(dataFolder, LAST));
}

export async function lastBackup(dataFolder: string): Promise<LastBackup | null> {
  const text = await readFile(join(dataFolder, LAST), 'utf8').catch(noSuchFile);
  return text === null ? null : (JSON.parse(text) as LastBackup);
}
