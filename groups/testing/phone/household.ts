import { settingAt } from '#kernel/settings/setting.ts';
import { settings } from '../contract/settings.ts';
import { expectedId } from '../domain/expected-id.ts';
import { inRound, type TestingState } from '../domain/state.ts';
import type { ListedCard } from './people-list.ts';
import type { PhoneRound } from './projection.ts';

/** The others of somebody's household who are on the list, oldest first, as they stand at a table. */
export function housemates(round: PhoneRound, person: ListedCard): ListedCard[] {
  return round.people
    .household(person.householdId)
    .filter(({ id }) => id !== person.id)
    .sort((a, b) => (a.birthYear ?? 0) - (b.birthYear ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Whether a swab of theirs stands in the round. */
export const isSampled = (state: TestingState, roundId: string, residentId: string): boolean =>
  state.samples.by('person', inRound(roundId, residentId)).length > 0;

/** Those of a household who are awaited and not sampled. */
export function stillAwaited(state: TestingState, round: PhoneRound, person: ListedCard): ListedCard[] {
  const roundId = round.round.id;
  return housemates(round, person).filter(
    ({ id }) =>
      state.expected.get(expectedId(roundId, id))?.status === 'expected' && !isSampled(state, roundId, id),
  );
}

/**
 * Somebody has to come along: known by the year of birth, or by being an infant.
 * @param at epoch ms
 */
export function isChild(
  { birthYear, tags }: Pick<ListedCard, 'birthYear' | 'tags'>,
  state: Pick<TestingState, 'settings'>,
  at: number,
): boolean {
  if (tags.includes('infant')) return true;
  if (birthYear === null) return false;
  return new Date(at).getFullYear() - birthYear < settingAt(settings.childAge, state.settings, at).value;
}
