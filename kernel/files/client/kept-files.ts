import { Dexie, type Table } from 'dexie';
import { ProblemError } from '../../problem/problem.ts';
import { reach } from '../../sync/client/fetching.ts';
import { syncProblems } from '../../sync/problems.ts';
import { type FileRef, filesProblems, PIECE_BYTES, sealedPath, sealedSize } from '../contract.ts';
import { openFile } from './seal-file.ts';

interface Piece {
  readonly areaId: string;
  readonly fileId: string;
  readonly n: number;
  readonly bytes: Uint8Array;
}

/**
 * Files kept on a phone for when there is no network: the encrypted bytes as the server has them, one copy for everybody
 * who shares the phone. Their keys come with a member's own rows and go with them, so that bytes left behind say nothing.
 */
class KeptDatabase extends Dexie {
  declare readonly piece: Table<Piece, [string, string, number]>;

  constructor() {
    super('concerto-kept-files');
    this.version(1).stores({ piece: '[areaId+fileId+n]' });
  }
}

let opened: KeptDatabase | null = null;
const db = (): KeptDatabase => {
  opened ??= new KeptDatabase();
  return opened;
};

const ofFile = (areaId: string, fileId: string) =>
  db()
    .piece.where('[areaId+fileId+n]')
    .between([areaId, fileId, Dexie.minKey], [areaId, fileId, Dexie.maxKey]);

/** What part of a file is here, 0–1. */
export async function keptPart(areaId: string, { fileId, size }: FileRef): Promise<number> {
  const pieces = await ofFile(areaId, fileId).count();
  return Math.min(1, (pieces * PIECE_BYTES) / sealedSize(size));
}

/**
 * Brings what is missing, piece by piece; what has come stays when the line is cut or it is stopped. Resolves when all is
 * here. Throws `TransportFault`, the server's problem, or `sync.storage-full`.
 */
export async function keepFile(
  areaId: string,
  { fileId, size }: FileRef,
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<void> {
  const total = sealedSize(size);
  for (let n = await ofFile(areaId, fileId).count(); n * PIECE_BYTES < total; n++) {
    onProgress((n * PIECE_BYTES) / total);
    const response = await reach(`${sealedPath(areaId, fileId)}?from=${n * PIECE_BYTES}`, {
      headers: { 'x-concerto-area': areaId },
      credentials: 'same-origin',
      signal,
    });
    if (!response.ok) throw new ProblemError(filesProblems['no-such-file']);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length !== Math.min(PIECE_BYTES, total - n * PIECE_BYTES))
      throw new ProblemError(filesProblems.incomplete);
    await db()
      .piece.put({ areaId, fileId, n, bytes })
      .catch((error: unknown) => {
        throw isFull(error) ? new ProblemError(syncProblems['storage-full']) : error;
      });
  }
  onProgress(1);
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QuotaExceededError' || error.message.includes('QuotaExceeded'));

/** The file itself; null where it is not all here, or the key is another. @param key base64url */
export async function openKept(areaId: string, ref: FileRef, key: string): Promise<Blob | null> {
  const pieces = await ofFile(areaId, ref.fileId).toArray();
  const sealed = new Uint8Array(sealedSize(ref.size));
  let at = 0;
  for (const { bytes } of pieces.sort((a, b) => a.n - b.n)) {
    if (at + bytes.length > sealed.length) return null;
    sealed.set(bytes, at);
    at += bytes.length;
  }
  if (at !== sealed.length) return null;
  const plain = await openFile({ sealed, key }, areaId, ref.fileId);
  return plain && new Blob([plain], { type: ref.type });
}

export async function dropKept(areaId: string, fileId: string): Promise<void> {
  await ofFile(areaId, fileId).delete();
}

/** Lets go of the area's files that nothing speaks of any more. */
export async function keepOnly(areaId: string, fileIds: ReadonlySet<string>): Promise<void> {
  const keys = (await db().piece.toCollection().primaryKeys()) as [string, string, number][];
  await db().piece.bulkDelete(keys.filter(([area, id]) => area === areaId && !fileIds.has(id)));
}
