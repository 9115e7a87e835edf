import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import type { MissedBuilding, MissedPerson, MissedView, ToldCall } from '../../contract/missed-queries.ts';
import type { Clearing, SecondCall } from '../../contract/missed-rows.ts';
import type { Round } from '../../contract/rows.ts';
import { expectedId } from '../../domain/expected-id.ts';
import type { TestingDoors } from '../doors.ts';
import { latestRefusals } from '../sampling/refusals.ts';
import { SAMPLED } from '../store-figures.ts';
import { getRound } from '../store-rounds.ts';
import { secondCallTable } from '../tables.ts';
import { followedUp } from './follow-ups.ts';

/** More than a page can hold: then a building is chosen first. */
const MOST = 1500;

interface Asked {
  readonly roundId: string;
  readonly buildingId?: string | undefined;
}

export async function readMissed(tx: AreaTx, doors: TestingDoors, asked: Asked): Promise<MissedView> {
  const round = await getRound(tx, asked.roundId);
  const found = await findMissed(tx, round);
  const wanted = asked.buildingId ? found.filter(({ buildingId }) => buildingId === asked.buildingId) : found;
  const tooMany = wanted.length > MOST;
  const { id, name, state } = round;
  return {
    round: { id, name, state },
    missed: found.length,
    cleared: await countCleared(tx, id),
    buildings: await buildingsOf(tx, doors, id, found),
    people: tooMany
      ? []
      : await peopleOf(
          tx,
          doors,
          id,
          wanted.map(({ residentId }) => residentId),
        ),
    tooMany,
  };
}

interface Found {
  readonly residentId: string;
  readonly buildingId: string;
}

/** While the round is open whoever is awaited and in no tube; after its end whoever is still flagged. */
export async function findMissed(tx: AreaTx, { id, state }: Pick<Round, 'id' | 'state'>): Promise<Found[]> {
  const { rows } = await (state === 'closed'
    ? sql<Found>`
        select resident_id, building_id from testing.missed
        where area_id = ${tx.areaId} and round_id = ${id} and cleared_at is null`
    : sql<Found>`
        select e.resident_id, e.building_id from testing.expected e
        where e.area_id = ${tx.areaId} and e.round_id = ${id} and e.status = 'expected' and not ${SAMPLED}`
  ).execute(tx.db);
  return rows;
}

async function countCleared(tx: AreaTx, roundId: string): Promise<Record<Clearing, number>> {
  const { rows } = await sql<{ clearedBy: Clearing; count: number }>`
    select cleared_by, count(*)::int4 as count from testing.missed
    where area_id = ${tx.areaId} and round_id = ${roundId} and cleared_at is not null
    group by cleared_by`.execute(tx.db);
  const counts = { sampled: 0, excused: 0, left: 0 };
  for (const { clearedBy, count } of rows) counts[clearedBy] = count;
  return counts;
}

async function buildingsOf(
  tx: AreaTx,
  { places }: TestingDoors,
  roundId: string,
  found: readonly Found[],
): Promise<MissedBuilding[]> {
  const called = await residentsIn(tx, roundId, 'testing.second_call');
  const reasoned = await residentsIn(tx, roundId, 'testing.refusal');
  const counts = new Map<string, { missed: number; called: number; withReason: number }>();
  for (const { residentId, buildingId } of found) {
    const count = counts.get(buildingId) ?? { missed: 0, called: 0, withReason: 0 };
    counts.set(buildingId, count);
    count.missed += 1;
    if (called.has(residentId)) count.called += 1;
    if (reasoned.has(residentId)) count.withReason += 1;
  }
  const labels = await places.buildingLabels(tx, [...counts.keys()]);
  const sortOf = ({ buildingId, compound }: MissedBuilding) =>
    `${compound}\0${labels.get(buildingId)?.sort ?? ''}`;
  return [...counts]
    .map(([buildingId, count]) => ({
      buildingId,
      compound: labels.get(buildingId)?.compound ?? '',
      building: labels.get(buildingId)?.label ?? '',
      ...count,
    }))
    .sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
}

/** Calls and words are few beside a list. */
async function residentsIn(
  tx: AreaTx,
  roundId: string,
  table: 'testing.second_call' | 'testing.refusal',
): Promise<Set<string>> {
  const { rows } = await sql<{ residentId: string }>`
    select distinct resident_id from ${sql.table(table)}
    where area_id = ${tx.areaId} and round_id = ${roundId}`.execute(tx.db);
  return new Set(rows.map(({ residentId }) => residentId));
}

async function peopleOf(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
  residentIds: readonly string[],
): Promise<MissedPerson[]> {
  const cards = await doors.people.residentsByIds(tx, residentIds);
  const refusals = await latestRefusals(
    tx,
    residentIds.map((id) => expectedId(roundId, id)),
  );
  const inRound = await followedUp(tx, roundId, 'missed');
  const calls = await tellCalls(
    tx,
    doors,
    (await selectByKeys(tx, secondCallTable, { resident_id: residentIds })).filter(
      (call) => call.roundId === roundId,
    ),
    'residentId',
  );
  return [...cards.values()]
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : 1))
    .map((card) => {
      const refusal = refusals.get(expectedId(roundId, card.id));
      return {
        ...addressOf(card),
        name: card.nameMask,
        birthYear: card.birthYear,
        tags: [...card.tags],
        hasPhone: card.phoneMask !== null,
        awayNow: card.away,
        refusal: refusal
          ? { kind: refusal.kind, reason: refusal.reason, note: refusal.note, at: refusal.at }
          : null,
        followUpId: inRound.get(card.id) ?? null,
        calls: calls.get(card.id) ?? [],
      };
    });
}

function addressOf(card: PersonCard) {
  const { id: residentId, householdId, buildingId, compound, building, entrance, floor, room, sort } = card;
  return { residentId, householdId, buildingId, compound, building, entrance, floor, room, sort };
}

/** By resident or by round, latest first. */
export async function tellCalls(
  tx: AreaTx,
  { members }: TestingDoors,
  calls: readonly SecondCall[],
  key: 'residentId' | 'roundId',
): Promise<ReadonlyMap<string, ToldCall[]>> {
  const names = await members.names(tx, [...new Set(calls.map(({ by }) => by))]);
  const told = new Map<string, ToldCall[]>();
  for (const call of [...calls].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))) {
    const { id, way, answer, note, at } = call;
    const list = told.get(call[key]) ?? [];
    told.set(call[key], list);
    list.push({ id, way, answer, note, at, byName: names.get(call.by) ?? null });
  }
  return told;
}
