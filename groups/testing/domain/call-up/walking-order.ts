import type { DoorStop } from '../../contract/call-up-rows.ts';
import { groupBy } from './batches.ts';
import { bySort, type CallUpHousehold } from './household.ts';

export type PlannedStop = Pick<
  DoorStop,
  'householdId' | 'buildingId' | 'place' | 'reason' | 'people' | 'team' | 'sort'
>;

/**
 * The doors of each team in the order it walks: compound, building, entrance; up by the lift, then down the stairs,
 * floor by floor. Sealed doors come after the others, and with more than one team have a team of their own, so that
 * nobody carries from a sealed floor to a bedridden neighbour. Teams share alike by people, and part between entrances.
 */
export function walkingOrder(households: readonly CallUpHousehold[], teams: number): PlannedStop[] {
  const open = entrancesOf(households.filter(({ door }) => door !== 'sealed'));
  const sealed = entrancesOf(households.filter(({ door }) => door === 'sealed'));
  if (teams === 1 || open.length === 0 || sealed.length === 0) {
    return shareOut([...open, ...sealed], 1, teams);
  }
  const part = peopleIn(open) / (peopleIn(open) + peopleIn(sealed));
  const forOpen = Math.min(teams - 1, Math.max(1, Math.round(part * teams)));
  return [...shareOut(open, 1, forOpen), ...shareOut(sealed, forOpen + 1, teams - forOpen)];
}

const peopleIn = (entrances: readonly CallUpHousehold[][]): number =>
  entrances.reduce((sum, all) => sum + all.reduce((n, { people }) => n + people, 0), 0);

/** Entrances in address order, each from its top floor down. */
function entrancesOf(households: readonly CallUpHousehold[]): CallUpHousehold[][] {
  const sorted = [...households].sort(bySort);
  const entrances = groupBy(sorted, ({ buildingId, entrance }) => `${buildingId} ${entrance ?? ''}`);
  return [...entrances.values()].map((all) =>
    all.sort(
      (a, b) => (b.floor ?? Number.NEGATIVE_INFINITY) - (a.floor ?? Number.NEGATIVE_INFINITY) || bySort(a, b),
    ),
  );
}

/** @param first number of the first team */
function shareOut(entrances: readonly CallUpHousehold[][], first: number, teams: number): PlannedStop[] {
  const each = peopleIn(entrances) / Math.max(1, teams);
  let before = 0;
  const sorts = new Map<number, number>();
  return entrances.flatMap((all) => {
    const count = peopleIn([all]);
    // Whoever has the middle of it walks the whole entrance.
    const team = first + Math.min(teams - 1, Math.floor((before + count / 2) / Math.max(1, each)));
    before += count;
    return all.map((household) => {
      const sort = sorts.get(team) ?? 0;
      sorts.set(team, sort + 1);
      return { ...stopOf(household), team, sort };
    });
  });
}

export function stopOf(household: CallUpHousehold): Omit<PlannedStop, 'team' | 'sort'> {
  const { householdId, buildingId, people, door, compound, building, entrance, floor, room } = household;
  const place = { compound, building, entrance, floor, room };
  return { householdId, buildingId, place, people, reason: door ?? 'chosen' };
}
