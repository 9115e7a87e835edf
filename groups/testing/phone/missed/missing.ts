import type { SecondCall } from '../../contract.ts';
import { sampledResidents } from '../../domain/coverage.ts';
import type { ListedCard } from '../people-list.ts';
import type { PhoneState } from '../projection.ts';

/** Somebody who has not come, and what was answered last. */
export interface Missing {
  readonly card: ListedCard;
  readonly call: SecondCall | null;
  /** The call waits on this phone. */
  readonly pending: boolean;
}

export interface MissingBuilding {
  readonly buildingId: string;
  readonly label: string;
  readonly people: readonly Missing[];
}

/** Who is awaited and in no tube as far as this phone knows, building by building in walking order. */
export function missingPeople(
  { testing, people }: Pick<PhoneState, 'testing' | 'people'>,
  roundId: string,
): MissingBuilding[] {
  const cards = people.get(roundId);
  if (!cards) return [];
  const taken = [...testing.samples.all()].filter((sample) => sample.roundId === roundId);
  const sampled = sampledResidents(taken, testing.tubes.all());
  const calls = new Map<string, SecondCall>();
  for (const call of testing.secondCalls.all()) {
    const known = calls.get(call.residentId);
    if (call.roundId === roundId && (!known || known.at < call.at)) calls.set(call.residentId, call);
  }
  const buildings = new Map<string, { buildingId: string; label: string; people: Missing[] }>();
  const awaited = [...testing.expected.all()].filter(
    (row) => row.roundId === roundId && row.status === 'expected' && !sampled.has(row.residentId),
  );
  const found = awaited.flatMap(({ residentId }) => cards.get(residentId) ?? []);
  for (const card of found.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0))) {
    const { buildingId, compound, building } = card;
    const list = buildings.get(buildingId) ?? { buildingId, label: `${compound} ${building}`, people: [] };
    buildings.set(buildingId, list);
    const call = calls.get(card.id) ?? null;
    list.people.push({ card, call, pending: call !== null && testing.secondCalls.isChanged(call.id) });
  }
  return [...buildings.values()];
}
