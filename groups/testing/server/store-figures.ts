import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/**
 * Counts of one round, each in one pass over the round's own rows and written so that no plan is a bad one: a round that
 * has just begun is not in the planner's statistics, and where two lists of 25,000 could be joined row by row it may
 * choose to. See docs/decisions/board-counts.md.
 */

const ofRound = (tx: AreaTx, roundId: string): RawBuilder<unknown> =>
  sql`area_id = ${tx.areaId} and round_id = ${roundId}`;

export interface ScanCount {
  /** The swab was taken back or voided. */
  readonly voided: boolean;
  readonly inTube: boolean;
  readonly packed: boolean;
  readonly hasCheckIn: boolean;
  readonly tubeLaneId: string | null;
  readonly checkInLaneId: string | null;
  readonly scans: number;
}

/**
 * Scans by what became of their swab and their check-in; what `swab` and `arrival` show row by row. A check-in is made
 * by its scan, on the same lane, and is never taken back alone: only those of swabs taken back are looked up.
 */
export async function countScans(tx: AreaTx, roundId: string): Promise<readonly ScanCount[]> {
  const { rows } = await sql<ScanCount>`
    with swab as materialized (
      select tube_id, lane_id, case when voided_at is not null then check_in_id end as withdrawn,
        count(*)::int4 as scans
      from testing.sample where ${ofRound(tx, roundId)}
      group by 1, 2, 3
    )
    select s.withdrawn is not null as voided, t.id is not null and t.voided_at is null as in_tube,
      t.packed_at is not null as packed,
      s.withdrawn is null or coalesce((
        select c.voided_at is null from testing.check_in c
        where c.area_id = ${tx.areaId} and c.id = s.withdrawn), false) as has_check_in,
      t.lane_id as tube_lane_id, s.lane_id as check_in_lane_id, sum(s.scans)::int4 as scans
    from swab s
    left join lateral (
      select id, lane_id, voided_at, packed_at from testing.tube
      where area_id = ${tx.areaId} and id = s.tube_id offset 0) as t on true
    group by 1, 2, 3, 4, 5, 6`.execute(tx.db);
  return rows;
}

export interface TubeCount {
  readonly laneId: string;
  readonly where: 'packed' | 'open' | 'closed';
  readonly tubes: number;
  readonly people: number;
}

export async function countTubes(tx: AreaTx, roundId: string): Promise<readonly TubeCount[]> {
  const { rows } = await sql<TubeCount>`
    select lane_id,
      case when packed_at is not null then 'packed' when closed_at is null then 'open' else 'closed' end as "where",
      count(*)::int4 as tubes, sum(count)::int4 as people
    from testing.tube where ${ofRound(tx, roundId)} and voided_at is null
    group by 1, 2`.execute(tx.db);
  return rows;
}

/** Swabs that stand, in tubes that stand. Tubes thrown away are few: they are left out by name. */
const inTubes = (tx: AreaTx, roundId: string): RawBuilder<unknown> => sql`
  from testing.sample where ${ofRound(tx, roundId)} and voided_at is null
    and tube_id <> all(array(
      select id from testing.tube where ${ofRound(tx, roundId)} and voided_at is not null))`;

/** Distinct people in tubes; `person_key` of `swab`, without making a text of it. */
export async function countPeople(tx: AreaTx, roundId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int4 as people from (
      select ${inTubes(tx, roundId)}
      group by place_id, case when place_id is null then code_blind end,
        case when place_id is null and code_blind is null then id end) as person`.execute(tx.db);
  return rows[0]?.people ?? 0;
}

export const UNKNOWN_PACKING = sql`p.voided_at is null and p.tube_id is null and not exists (
  select from testing.tube t
  where t.area_id = p.area_id and t.round_id = p.round_id and t.code = p.code and t.voided_at is null)`;

export async function countPacked(
  tx: AreaTx,
  roundId: string,
): Promise<{ readonly unknownPackings: number; readonly open: number; readonly sealed: number }> {
  const { rows } = await sql<{ unknownPackings: number; open: number; sealed: number }>`
    select
      (select count(*)::int4 from testing.packing p
        where p.area_id = ${tx.areaId} and p.round_id = ${roundId} and ${UNKNOWN_PACKING}) as unknown_packings,
      (count(*) filter (where state = 'open'))::int4 as open,
      (count(*) filter (where state = 'sealed'))::int4 as sealed
    from testing.box where ${ofRound(tx, roundId)}`.execute(tx.db);
  return rows[0] ?? { unknownPackings: 0, open: 0, sealed: 0 };
}

export interface CoverageCount {
  readonly buildingId: string;
  readonly expected: number;
  readonly sampled: number;
  readonly away: number;
  readonly exempt: number;
}

/** People of the list who are in a tube: one look-up by key per person, whatever the planner knows. */
export const SAMPLED = sql`exists (
  select from testing.swab w where w.area_id = e.area_id and w.place_id = e.id and w.in_tube)`;

export async function countCoverage(tx: AreaTx, roundId: string): Promise<readonly CoverageCount[]> {
  const { rows } = await sql<CoverageCount>`
    select building_id,
      (count(*) filter (where status = 'expected'))::int4 as expected,
      (count(*) filter (where status = 'expected' and id in (
        select place_id ${inTubes(tx, roundId)} and place_id is not null)))::int4 as sampled,
      (count(*) filter (where status = 'away'))::int4 as away,
      (count(*) filter (where status = 'exempt'))::int4 as exempt
    from testing.expected where ${ofRound(tx, roundId)}
    group by building_id`.execute(tx.db);
  return rows;
}
