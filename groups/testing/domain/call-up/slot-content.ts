import type { Slot, SlotKind, SlotPart } from '../../contract/call-up-rows.ts';
import { groupBy } from './batches.ts';
import type { CallUpHousehold } from './household.ts';

export type SlotContent = Pick<Slot, 'householdIds' | 'parts' | 'people' | 'priority' | 'escorts'>;

/** What a slot says of its households: addresses and counts, nobody's name. */
export function contentOf(kind: SlotKind, households: readonly CallUpHousehold[]): SlotContent {
  const sum = (of: 'people' | 'priority' | 'escorts') => households.reduce((all, one) => all + one[of], 0);
  const places = groupBy(households, ({ buildingId, entrance }) => `${buildingId} ${entrance ?? ''}`);
  return {
    householdIds: households.map(({ householdId }) => householdId),
    parts: [...places.values()].flatMap((all) => partOf(kind, all) ?? []),
    people: sum('people'),
    priority: sum('priority'),
    escorts: sum('escorts'),
  };
}

function partOf(kind: SlotKind, all: readonly CallUpHousehold[]): SlotPart | null {
  const [first] = all;
  if (!first) return null;
  const floors = new Set(all.flatMap(({ floor }) => floor ?? []));
  return {
    buildingId: first.buildingId,
    compound: first.compound,
    building: first.building,
    entrance: first.entrance,
    floors: kind === 'priority' ? [] : [...floors],
    people: all.reduce((sum, { people }) => sum + people, 0),
  };
}
