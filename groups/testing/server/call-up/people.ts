import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Round } from '../../contract/rows.ts';
import type { CallUpPerson } from '../../domain/call-up/household.ts';
import type { TestingDoors } from '../doors.ts';
import { peopleOfRound } from '../plan/scope.ts';

/**
 * Everybody awaited in a round: by the frozen list once it is open, before that by its scope as register and zones
 * stand, without those said to be away or exempt.
 * @param at epoch ms
 */
export async function callUpPeople(
  tx: AreaTx,
  doors: TestingDoors,
  round: Round,
  at: number,
): Promise<CallUpPerson[]> {
  const [cards, sampled, sealed] = await Promise.all([
    round.state === 'draft' ? draftPeople(tx, doors, round, at) : listedPeople(tx, doors, round),
    sampledPeople(tx, round.id),
    sealedPeople(tx, doors, at),
  ]);
  return cards.map((card) => ({
    residentId: card.id,
    householdId: card.householdId,
    buildingId: card.buildingId,
    compound: card.compound,
    building: card.building,
    entrance: card.entrance,
    floor: card.floor,
    room: card.room,
    sort: card.sort,
    birthYear: card.birthYear,
    tags: card.tags,
    sealed: sealed.has(card.id),
    sampled: sampled.has(card.id),
  }));
}

async function draftPeople(
  tx: AreaTx,
  doors: TestingDoors,
  round: Round,
  at: number,
): Promise<readonly PersonCard[]> {
  const said = await sql<{ residentId: string; status: string }>`
    select resident_id, status from testing.planned
    where area_id = ${tx.areaId} and round_id = ${round.id}`.execute(tx.db);
  const statusOf = new Map(said.rows.map(({ residentId, status }) => [residentId, status]));
  const cards = await peopleOfRound(tx, doors, round, at);
  return cards.filter(({ id, away }) => (statusOf.get(id) ?? (away ? 'away' : 'expected')) === 'expected');
}

async function listedPeople(tx: AreaTx, doors: TestingDoors, round: Round): Promise<readonly PersonCard[]> {
  const cards = await doors.people.residentsByIds(tx, await expectedIds(tx, round.id));
  return [...cards.values()].filter(({ endedAt }) => endedAt === null);
}

/** Everybody the open list awaits. */
export async function expectedIds(tx: AreaTx, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ residentId: string }>`
    select resident_id from testing.expected
    where area_id = ${tx.areaId} and round_id = ${roundId} and status = 'expected'`.execute(tx.db);
  return rows.map(({ residentId }) => residentId);
}

export async function sampledPeople(tx: AreaTx, roundId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ residentId: string }>`
    select distinct resident_id from testing.sample
    where area_id = ${tx.areaId} and round_id = ${roundId} and voided_at is null
      and resident_id is not null`.execute(tx.db);
  return new Set(rows.map(({ residentId }) => residentId));
}

/** Where the zone is locked down nobody leaves the house. */
async function sealedPeople(
  tx: AreaTx,
  { people, zones }: TestingDoors,
  at: number,
): Promise<ReadonlySet<string>> {
  const places = await zones.placesIn(tx, ['lockdown'], at);
  if (Object.values(places).every((ids) => ids.length === 0)) return new Set();
  const cards = await people.residentsInScope(tx, { compoundIds: [], ...places });
  return new Set(cards.map(({ id }) => id));
}
