import { readArea } from '../../command/server/area.ts';
import { cryptoProblems } from '../../crypto/problems.ts';
import type { Host } from '../../host.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { FileStore } from './file-store.ts';
import { fileIds } from './store.ts';

/**
 * How long what looks lost is left alone, ms. An upload that stopped is begun anew by a phone that still has it; a week
 * covers any quarantine ward, and gives whoever restored an earlier database time to notice.
 */
export const IDLE_MS = 7 * 24 * 3_600_000;

/**
 * Takes away what no row knows (its term was over) and uploads that stopped. An area that this database or the keys do
 * not know is left as it is: one of them may be another's, or still to be restored.
 * @returns how many were taken away
 */
export async function sweepFiles(host: Pick<Host, 'read' | 'clock'>, store: FileStore): Promise<number> {
  let gone = 0;
  for (const areaId of await store.areas()) {
    const stored = await store.list(areaId);
    const known = await knownIds(host, areaId);
    if (!known) continue;
    for (const { fileId, whole, at } of stored) {
      if (host.clock.now() - at <= IDLE_MS || (whole && known.has(fileId))) continue;
      if (whole) await store.drop(areaId, fileId);
      else await store.dropPart(areaId, fileId);
      gone += 1;
    }
  }
  return gone;
}

async function knownIds(host: Pick<Host, 'read'>, areaId: string): Promise<ReadonlySet<string> | null> {
  try {
    return await host.read(areaId, async (tx) => ((await readArea(tx)) ? fileIds(tx) : null));
  } catch (error) {
    if (error instanceof ProblemError && error.kind === cryptoProblems['no-key']) return null;
    throw error;
  }
}
