import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { CardRow } from '../contract/print-queries.ts';
import type { TestingDoors } from './doors.ts';
import { peopleOfRound } from './plan/scope.ts';
import { getRound } from './store-rounds.ts';

/** Who gets a card: everybody of the scope, away ones too, since they come back. */
export async function readCards(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  now: number,
): Promise<CardRow[]> {
  const people = await peopleOfRound(tx, doors, await getRound(tx, roundId), now);
  return people.map((p) => ({
    residentId: p.id,
    householdId: p.householdId,
    buildingId: p.buildingId,
    compound: p.compound,
    building: p.building,
    room: p.room,
    sort: p.sort,
    nameMask: p.nameMask,
    birthYear: p.birthYear,
    tags: [...p.tags],
    away: p.away,
  }));
}
