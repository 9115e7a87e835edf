import { cryptoProblems } from '../../crypto/problems.ts';
import type { Host } from '../../host.ts';
import { ProblemError } from '../../problem/problem.ts';
import type { FileStore } from './file-store.ts';
import { fileIds } from './store.ts';

/** An upload that has not moved for so long is begun anew by a phone that still has it: a week covers any quarantine ward. */
export const PART_IDLE_MS = 7 * 24 * 3_600_000;

/**
 * Takes away what no row knows (its term was over) and uploads that stopped. An area whose keys are not here is left
 * as it is: they may be restored.
 * @returns how many were taken away
 */
export async function sweepFiles(host: Pick<Host, 'read' | 'clock'>, store: FileStore): Promise<number> {
  let gone = 0;
  for (const areaId of await store.areas()) {
    // Listed before the rows are read: what comes in between is in neither, and stays.
    const stored = await store.list(areaId);
    const known = await knownIds(host, areaId);
    if (!known) continue;
    for (const { fileId, whole, at } of stored) {
      const stopped = !whole && host.clock.now() - at > PART_IDLE_MS;
      if (known.has(fileId) && !stopped) continue;
      if (whole || !known.has(fileId)) await store.drop(areaId, fileId);
      else await store.dropPart(areaId, fileId);
      gone += 1;
    }
  }
  return gone;
}

async function knownIds(host: Pick<Host, 'read'>, areaId: string): Promise<ReadonlySet<string> | null> {
  try {
    return await host.read(areaId, fileIds);
  } catch (error) {
    if (error instanceof ProblemError && error.kind === cryptoProblems['no-key']) return null;
    throw error;
  }
}
