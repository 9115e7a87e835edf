import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Round } from '../contract/rows.ts';
import type { CoverageCount, LaneCount, RoundCounts } from '../domain/round-counts.ts';

/**
 * Counts of one round, each in one pass over the round's own rows and written so that no plan is a bad one: a round that
 * has just begun is not in the planner's statistics, and where two lists of 25,000 could be joined row by row it may
 * choose to. See docs/decisions/board-counts.md.
 */

const ofRound = (tx: AreaTx, roundId: string): RawBuilder<unknown> =>
  sql`area_id = ${tx.areaId} and round_id = ${roundId}`;

/**
 * Tubes with the standing swabs of their own lane, and swabs in a tube of another lane, which are few and whose tube is
 * looked up. Both sides are joined whole: such a join has no plan that goes through one side for each row of the other.
 */
async function countLanes(tx: AreaTx, roundId: string): Promise<readonly LaneCount[]> {
  const { rows } = await sql<LaneCount>`
    with met as materialized (
      select t.lane_id, s.lane_id as check_in_lane_id, case when t.id is null then s.tube_id end as elsewhere,
        t.voided_at is not null as voided, t.packed_at is not null as packed, t.closed_at is not null as closed,
        sum(s.scans) as scans, count(t.id) as tubes, sum(t.count) as people
      from (
        select tube_id, lane_id, count(*) as scans
        from testing.sample where ${ofRound(tx, roundId)} and voided_at is null
        group by tube_id, lane_id) s
      full join (
        select id, lane_id, voided_at, packed_at, closed_at, count
        from testing.tube where ${ofRound(tx, roundId)}) t on t.id = s.tube_id and t.lane_id = s.lane_id
      group by 1, 2, 3, 4, 5, 6
    )
    select coalesce(m.lane_id, o.lane_id) as tube_lane_id, m.check_in_lane_id,
      m.voided or o.voided_at is not null as voided,
      case when m.packed or o.packed_at is not null then 'packed' when m.closed then 'closed' else 'open' end as "where",
      coalesce(m.scans, 0)::int4 as scans, m.tubes::int4 as tubes, coalesce(m.people, 0)::int4 as people
    from met m
    left join lateral (
      select lane_id, voided_at, packed_at from testing.tube
      where area_id = ${tx.areaId} and id = m.elsewhere offset 0) as o on true`.execute(tx.db);
  return rows;
}

export interface WithdrawnCount {
  readonly laneId: string;
  readonly scans: number;
}

/**
 * Swabs taken back whose check-in still stands. A check-in is made by its scan, on the same lane, and is withdrawn only
 * with it, so those of swabs that stand need no look.
 */
export async function countWithdrawn(tx: AreaTx, roundId: string): Promise<readonly WithdrawnCount[]> {
  const { rows } = await sql<WithdrawnCount>`
    select s.lane_id, count(*)::int4 as scans
    from testing.sample s
    where s.area_id = ${tx.areaId} and s.round_id = ${roundId} and s.voided_at is not null and (
      select c.voided_at is null from testing.check_in c
      where c.area_id = ${tx.areaId} and c.id = s.check_in_id)
    group by s.lane_id`.execute(tx.db);
  return rows;
}

export async function countTubes(tx: AreaTx, roundId: string): Promise<number> {
  const { rows } = await sql<{ tubes: number }>`
    select count(*)::int4 as tubes
    from testing.tube where ${ofRound(tx, roundId)} and voided_at is null`.execute(tx.db);
  return rows[0]?.tubes ?? 0;
}

/** Swabs that stand, in tubes that stand. Tubes thrown away are few: they are left out by a hashed list of them. */
const inTubes = (tx: AreaTx, roundId: string): RawBuilder<unknown> => sql`
  from testing.sample where ${ofRound(tx, roundId)} and voided_at is null
    and tube_id not in (select id from testing.tube where ${ofRound(tx, roundId)} and voided_at is not null)`;

/** Distinct people in tubes, as `person_key` of `swab` tells them apart. Sorted: quicker here than a hash of them all. */
export async function countPeople(tx: AreaTx, roundId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select (count(distinct place_id)
      + count(distinct code_blind) filter (where place_id is null)
      + count(*) filter (where place_id is null and code_blind is null))::int4 as people
    ${inTubes(tx, roundId)}`.execute(tx.db);
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

/** People of the list who are in a tube: one look-up by key per person, whatever the planner knows. */
export const SAMPLED = sql`exists (
  select from testing.swab w where w.area_id = e.area_id and w.place_id = e.id and w.in_tube)`;

export async function countCoverage(tx: AreaTx, roundId: string): Promise<readonly CoverageCount[]> {
  const { rows } = await sql<Omit<CoverageCount, 'expected'> & { readonly listed: number }>`
    select building_id,
      count(*)::int4 as listed,
      (count(*) filter (where status = 'expected' and id in (
        select place_id ${inTubes(tx, roundId)} and place_id is not null)))::int4 as sampled,
      (count(*) filter (where status = 'away'))::int4 as away,
      (count(*) filter (where status = 'exempt'))::int4 as exempt
    from testing.expected where ${ofRound(tx, roundId)}
    group by building_id`.execute(tx.db);
  return rows.map(({ listed, ...count }) => ({ ...count, expected: listed - count.away - count.exempt }));
}

/** Everything a board is put together from, counted in the database. */
export async function countRound(tx: AreaTx, { id }: Pick<Round, 'id'>): Promise<RoundCounts> {
  const [lanes, people, coverage] = await Promise.all([
    countLanes(tx, id),
    countPeople(tx, id),
    countCoverage(tx, id),
  ]);
  return { lanes, people, coverage };
}
