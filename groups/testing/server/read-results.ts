import { sql } from 'kysely';
import type { PersonCard } from '#core/people/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Recalled, TubeResult } from '../contract/result-queries.ts';
import type { LabOutcome } from '../contract/rows.ts';
import type { TestingDoors } from './doors.ts';
import { followedUp } from './missed/follow-ups.ts';
import { placeOf } from './place.ts';
import { getRound } from './store-rounds.ts';

/** Every tube of a round with the result in force and those it replaced; what needs somebody first. */
export async function readResults(tx: AreaTx, roundId: string): Promise<TubeResult[]> {
  await getRound(tx, roundId);
  const { rows } = await sql<Omit<TubeResult, 'earlier'>>`
    with tube as (
      select code, min(lane_id::text) as lane_id, sum(count)::int4 as people from testing.tube
      where area_id = ${tx.areaId} and round_id = ${roundId} and voided_at is null and count > 0
      group by code
    ), said as (
      select * from testing.result
      where area_id = ${tx.areaId} and round_id = ${roundId} and replaced_at is null
    )
    select coalesce(t.code, r.tube_code) as tube_code, t.lane_id, coalesce(t.people, 0) as people,
      r.outcome, coalesce(r.note, '') as note, r.reported_at, t.code is null as unmatched
    from tube t full join said r on r.tube_code = t.code
    order by array_position(array['positive', 'invalid', null, 'negative'], r.outcome), 1`.execute(tx.db);
  const earlier = await readEarlier(tx, roundId);
  return rows.map((row) => ({ ...row, earlier: earlier.get(row.tubeCode) ?? [] }));
}

async function readEarlier(tx: AreaTx, roundId: string): Promise<Map<string, TubeResult['earlier']>> {
  const { rows } = await sql<{ tubeCode: string; outcome: LabOutcome; note: string; replacedAt: number }>`
    select tube_code, outcome, note, replaced_at from testing.result
    where area_id = ${tx.areaId} and round_id = ${roundId} and replaced_at is not null
    order by replaced_at desc, id desc`.execute(tx.db);
  const byTube = new Map<string, TubeResult['earlier']>();
  for (const { tubeCode, ...said } of rows) byTube.set(tubeCode, [...(byTube.get(tubeCode) ?? []), said]);
  return byTube;
}

export interface Held {
  readonly residentId: string | null;
  readonly tubeCode: string;
  readonly outcome: 'positive' | 'invalid';
  readonly at: number;
  readonly releasedAt: number | null;
}

/**
 * Everybody in a tube that was positive or invalid. A single sample taken since, in whatever round, that came back
 * negative releases (Shanghai, April 2022).
 */
export async function findHeld(tx: AreaTx, roundId: string): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    with held as (
      select s.resident_id, t.code as tube_code, r.outcome, s.at
      from testing.result r
      join testing.tube t on t.area_id = r.area_id and t.round_id = r.round_id and t.code = r.tube_code
        and t.voided_at is null
      join testing.sample s on s.area_id = t.area_id and s.round_id = t.round_id and s.tube_id = t.id
        and s.voided_at is null
      where r.area_id = ${tx.areaId} and r.round_id = ${roundId} and r.replaced_at is null
        and r.outcome in ('positive', 'invalid')
    ), single as (
      select s.resident_id, s.at, r.recorded_at
      from testing.sample s
      join testing.tube t on t.area_id = s.area_id and t.id = s.tube_id and t.ratio = 1 and t.voided_at is null
      join testing.result r on r.area_id = t.area_id and r.round_id = t.round_id and r.tube_code = t.code
        and r.replaced_at is null and r.outcome = 'negative'
      where s.area_id = ${tx.areaId} and s.voided_at is null
        and s.resident_id = any(array(select resident_id from held))
    )
    select h.*, (select min(o.recorded_at) from single o
      where o.resident_id = h.resident_id and o.at > h.at) as released_at
    from held h`.execute(tx.db);
  return rows;
}

/** Those in address order, masked, with the follow-up that each is in. */
export async function readRecall(
  tx: AreaTx,
  doors: TestingDoors,
  roundId: string,
): Promise<{ round: string; people: Recalled[] }> {
  const { name: round } = await getRound(tx, roundId);
  const rows = await findHeld(tx, roundId);
  const inRound = await followedUp(tx, roundId, 'recall');
  const cards = await doors.people.residentsByIds(
    tx,
    rows.flatMap(({ residentId }) => residentId ?? []),
  );
  const people = rows
    .map((row) => toRecalled(cards.get(row.residentId ?? ''), row, inRound))
    .sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  return { round, people };
}

function toRecalled(card: PersonCard | undefined, row: Held, inRound: ReadonlyMap<string, string>): Recalled {
  return {
    ...row,
    buildingId: card?.buildingId ?? '',
    place: card ? placeOf(card) : '',
    name: card?.nameMask ?? null,
    compound: card?.compound ?? '',
    building: card?.building ?? '',
    room: [card?.entrance, card?.room].filter(Boolean).join(' '),
    householdId: card?.householdId ?? '',
    sort: card?.sort ?? '',
    birthYear: card?.birthYear ?? null,
    followUpId: inRound.get(row.residentId ?? '') ?? null,
  };
}
