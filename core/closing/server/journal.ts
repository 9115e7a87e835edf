import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { noSuchFile } from '#kernel/no-such-file.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import type { Certificate, Progress, Stage } from '../contract/http.ts';

/**
 * How far a closing has come, in a file: it outlives the area's keys, its rows and the database itself. Everything in
 * it may stand on the certificate.
 */
export interface Journal {
  readonly closingId: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly rule: string;
  readonly responsible: string;
  readonly witness: string;
  readonly orderedBy: string;
  /** Epoch ms. */
  readonly begunAt: number;
  readonly destroyAt: number;
  /** SHA-256 of what opens it without a session. */
  readonly tokenHash: string;
  readonly stage: Stage;
  readonly because: Progress['because'];
  /** What was counted under the area's lock; null before. */
  readonly found: Found | null;
  readonly database: Certificate['database'] | null;
  readonly backups: Certificate['backups'] | null;
  /** Epoch ms; null before. */
  readonly finishedAt: number | null;
}

export type Found = Pick<
  Certificate,
  | 'destroyedAt'
  | 'kinds'
  | 'tables'
  | 'accounts'
  | 'keys'
  | 'files'
  | 'practiceAreas'
  | 'log'
  | 'waiting'
  | 'keyCopies'
  | 'figures'
  | 'kept'
>;

/** Below the data folder: a folder for each closing, which is what is left of it. */
export const closingsFolder = (dataFolder: string): string => join(dataFolder, 'closings');

export const closingFolder = (dataFolder: string, closingId: string): string =>
  join(closingsFolder(dataFolder), closingId);

const FILE = 'journal.json';

/** On the disk when it resolves; a crash leaves the one before. */
export async function writeJournal(dataFolder: string, journal: Journal): Promise<Journal> {
  await writeWhole(join(closingFolder(dataFolder, journal.closingId), FILE), JSON.stringify(journal));
  return journal;
}

export async function readJournal(dataFolder: string, closingId: string): Promise<Journal | null> {
  if (!isUuid(closingId)) return null;
  const text = await readFile(join(closingFolder(dataFolder, closingId), FILE), 'utf8').catch(noSuchFile);
  return text === null ? null : (JSON.parse(text) as Journal);
}

/** Every closing there ever was here, the oldest first. */
export async function readJournals(dataFolder: string): Promise<readonly Journal[]> {
  const names = ((await readdir(closingsFolder(dataFolder)).catch(noSuchFile)) ?? []).sort();
  const all = await Promise.all(names.map((name) => readJournal(dataFolder, name)));
  return all.filter((journal) => journal !== null);
}

/** Written beside and renamed, for its owner only. */
export async function writeWhole(path: string, content: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

export const newToken = (): string => randomBytes(24).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

export const opens = ({ tokenHash }: Journal, token: string): boolean =>
  timingSafeEqual(Buffer.from(tokenHash, 'hex'), createHash('sha256').update(token).digest());
