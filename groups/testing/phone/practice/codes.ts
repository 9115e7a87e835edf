import { codeOfRow, nextTubeCodes } from '#core/codes/contract.ts';
import type { Lane } from '../../contract.ts';
import { inRound, type TestingState } from '../../domain/state.ts';
import type { ListedCard } from '../people-list.ts';
import type { PhoneRound } from '../projection.ts';

/** The next label of the lane's own series that no tube in the round has. */
export function nextTube(
  testing: Pick<TestingState, 'tubes'>,
  { roundId, sort }: Pick<Lane, 'roundId' | 'sort'>,
  areaId: string,
  day: string,
): string {
  // Lanes count on separately, so that two learners do not meet in one tube unless they mean to.
  const lane = String(1 + (sort % 9));
  for (let from = 1; ; from++) {
    const codes = nextTubeCodes({ kind: 'own', areaId, day, lane }, from, 1);
    const code = '0' in codes ? codes[0] : undefined;
    if (code === undefined) throw new Error('the practice labels of this day are used up');
    if (testing.tubes.by('code', inRound(roundId, code)).length === 0) return code;
  }
}

interface PeopleToLearnWith {
  readonly round: PhoneRound['round'];
  readonly people: Pick<PhoneRound['people'], 'all'>;
}

/** People of the list who have not been sampled, in address order. */
export function peopleToSample(
  testing: Pick<TestingState, 'samples'>,
  { round, people }: PeopleToLearnWith,
  count: number,
): readonly ListedCard[] {
  return [...people.all()]
    .filter((card) => testing.samples.by('person', inRound(round.id, card.id)).length === 0)
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, count);
}

export const personCode = (areaId: string, card: Pick<ListedCard, 'id'>): string =>
  codeOfRow('person', areaId, card.id);
