import type { Refusal } from '../../contract/refusal-rows.ts';
import { inRound, type TestingState } from '../state.ts';

/** Of two words the later one; the id decides between equal times, so that the order of arrival never does. */
export const laterRefusal = <R extends Pick<Refusal, 'at' | 'id'>>(a: R, b: R): R =>
  a.at > b.at || (a.at === b.at && a.id > b.id) ? a : b;

/** What stands of somebody's words in a round: the latest, and none once a swab of theirs is in a tube. */
export function refusalOf(state: TestingState, roundId: string, residentId: string): Refusal | null {
  const key = inRound(roundId, residentId);
  const words = state.refusals.by('person', key);
  if (words.length === 0) return null;
  const sampled = state.samples
    .by('person', key)
    .some(({ tubeId }) => state.tubes.get(tubeId)?.voidedAt === null);
  return sampled ? null : words.reduce(laterRefusal);
}
