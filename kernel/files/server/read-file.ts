import { can } from '../../access/access.ts';
import type { Caller, Host } from '../../host.ts';
import { ProblemError } from '../../problem/problem.ts';
import { queryProblems } from '../../query/context.ts';
import { isUuid } from '../../time-id/uuid.ts';
import { type FileType, filesProblems } from '../contract.ts';
import type { FileStore } from './file-store.ts';
import { openBytes } from './sealed-bytes.ts';
import { findFile, KEY_CONTEXT } from './store.ts';

/**
 * A file of the caller's area, for whoever holds the action its module named. Throws `files.no-such-file`,
 * `query.not-allowed`, `files.not-here-yet`.
 */
export async function readFile(
  host: Pick<Host, 'read' | 'rules' | 'clock'>,
  store: FileStore,
  { areaId, actor }: Caller,
  fileId: string,
): Promise<{ readonly type: FileType; readonly bytes: Buffer }> {
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
  const sealed = await store.read(areaId, fileId);
  const bytes = sealed && openBytes(sealed, key, areaId, fileId);
  if (!bytes) throw new ProblemError(filesProblems['no-such-file']);
  return { type: row.type, bytes };
}
