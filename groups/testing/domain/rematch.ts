import { inRound, type TestingState } from './state.ts';
import { byOpening } from './tube-rules.ts';

/**
 * Says which tube row each packing of a code is of: the first packed is the first opened, and so on. Worked out anew
 * from the rows whenever a tube or a packing of the code comes, goes or changes its code, so that the outcome never
 * depends on which phone synced first.
 */
export function rematch(state: TestingState, roundId: string, code: string, version: number): void {
  const tubes = state.tubes.by('code', inRound(roundId, code)).sort(byOpening);
  const packings = state.packings
    .by('code', inRound(roundId, code))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  for (const [i, tube] of tubes.entries()) {
    const packedAt = packings[i]?.at ?? null;
    const boxId = packings[i]?.boxId ?? null;
    if (tube.packedAt === packedAt && tube.boxId === boxId) continue;
    const stands = packedAt !== null ? 'packed' : tube.closedAt !== null ? 'closed' : 'open';
    state.tubes.put({ ...tube, packedAt, boxId, state: stands, version });
  }
  for (const [i, packing] of packings.entries()) {
    const tubeId = tubes[i]?.id ?? null;
    if (packing.tubeId !== tubeId) state.packings.put({ ...packing, tubeId, version });
  }
}
