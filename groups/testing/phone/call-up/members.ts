import { expectedId } from '../../domain/expected-id.ts';
import { inRound } from '../../domain/state.ts';
import type { ListedCard } from '../people-list.ts';
import type { PhoneState } from '../projection.ts';

/** Somebody awaited, and whether a swab of the round stands. */
export interface Member {
  readonly card: ListedCard;
  readonly sampled: boolean;
  /** Sampled on this phone, and the server has not said so yet. */
  readonly pending: boolean;
}

/** Awaited people of some households, in address order: who has come is told by samples. */
export function membersOf(
  state: PhoneState,
  roundId: string,
  householdIds: Iterable<string>,
): ReadonlyMap<string, readonly Member[]> {
  const wanted = new Map<string, Member[]>([...householdIds].map((id) => [id, []]));
  for (const card of state.people.get(roundId)?.all() ?? []) {
    const members = wanted.get(card.householdId);
    if (!members) continue;
    const place = state.testing.expected.get(expectedId(roundId, card.id));
    if (place?.status !== 'expected') continue;
    const [sample] = state.testing.samples.by('person', inRound(roundId, card.id));
    const pending = sample !== undefined && state.testing.samples.isChanged(sample.id);
    members.push({ card, sampled: sample !== undefined, pending });
  }
  for (const members of wanted.values()) members.sort((a, b) => (a.card.sort < b.card.sort ? -1 : 1));
  return wanted;
}
