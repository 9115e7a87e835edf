import { can } from '../../access/access.ts';
import type { Caller, Host } from '../../host.ts';
import { ProblemError } from '../../problem/problem.ts';
import { queryProblems } from '../../query/context.ts';
import { isUuid } from '../../time-id/uuid.ts';
import { type FileType, filesProblems, PIECE_BYTES } from '../contract.ts';
import type { FileStore } from './file-store.ts';
import { openBytes } from './sealed-bytes.ts';
import { type FileRow, findFile, KEY_CONTEXT } from './store.ts';

type Reading = Pick<Host, 'read' | 'rules' | 'clock'>;

/**
 * A file of the caller's area, for whoever holds the action its module named. Throws `files.no-such-file`,
 * `query.not-allowed`, `files.not-here-yet`.
 */
export async function readFile(
  host: Reading,
  store: FileStore,
  caller: Caller,
  fileId: string,
): Promise<{ readonly type: FileType; readonly bytes: Buffer }> {
  const { row, key } = await readable(host, caller, fileId);
  const sealed = await store.read(caller.areaId, fileId);
  const bytes = sealed && openBytes(sealed, key, caller.areaId, fileId);
  if (!bytes) throw new ProblemError(filesProblems['no-such-file']);
  return { type: row.type, bytes };
}

/** Up to `PIECE_BYTES` of a file's encrypted bytes, for the same; throws the same. */
export async function readSealed(
  host: Reading,
  store: FileStore,
  caller: Caller,
  fileId: string,
  from: number,
): Promise<Buffer> {
  await readable(host, caller, fileId);
  const piece = Number.isSafeInteger(from) && from >= 0;
  const bytes = piece ? await store.readSome(caller.areaId, fileId, from, PIECE_BYTES) : null;
  if (!bytes) throw new ProblemError(filesProblems['no-such-file']);
  return bytes;
}

async function readable(
  host: Reading,
  { areaId, actor }: Caller,
  fileId: string,
): Promise<{ readonly row: FileRow; readonly key: Buffer }> {
  const found = isUuid(fileId)
    ? await host.read(areaId, async (tx) => {
        const row = await findFile(tx, fileId);
        if (!row || !can(host.rules, actor, row.openedWith, host.clock.now())) return { row, key: null };
        const key = row.keySealed && Buffer.from(tx.keys.open(row.keySealed, KEY_CONTEXT), 'base64url');
        return { row, key };
      })
    : { row: null, key: null };
  const { row, key } = found;
  if (!row) throw new ProblemError(filesProblems['no-such-file']);
  if (!can(host.rules, actor, row.openedWith, host.clock.now())) {
    throw new ProblemError(queryProblems['not-allowed'], { action: row.openedWith });
  }
  if (!key) throw new ProblemError(filesProblems['not-here-yet']);
  return { row, key };
}
