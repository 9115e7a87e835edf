import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Counts of one round. Each query names area and round first; 25,000 people take some tens of milliseconds each. */

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

/** Scans by what became of their swab and their check-in, in one pass; what `swab` and `arrival` show row by row. */
export async function countScans(tx: AreaTx, roundId: string): Promise<readonly ScanCount[]> {
  const { rows } = await sql<ScanCount>`
    select s.voided_at is not null as voided, t.id is not null and t.voided_at is null as in_tube,
      t.packed_at is not null as packed, c.id is not null and c.voided_at is null as has_check_in,
      t.lane_id as tube_lane_id, c.lane_id as check_in_lane_id, count(*)::int4 as scans
    from testing.sample s
    left join testing.tube t on t.area_id = s.area_id and t.id = s.tube_id
    left join testing.check_in c on c.area_id = s.area_id and c.id = s.check_in_id
    where s.area_id = ${tx.areaId} and s.round_id = ${roundId}
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

/** Distinct people in tubes. */
export async function countPeople(tx: AreaTx, roundId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct person_key)::int4 as people from testing.swab
    where ${ofRound(tx, roundId)} and in_tube`.execute(tx.db);
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
    select e.building_id,
      (count(*) filter (where e.status = 'expected'))::int4 as expected,
      (count(*) filter (where e.status = 'expected' and ${SAMPLED}))::int4 as sampled,
      (count(*) filter (where e.status = 'away'))::int4 as away,
      (count(*) filter (where e.status = 'exempt'))::int4 as exempt
    from testing.expected e
    where e.area_id = ${tx.areaId} and e.round_id = ${roundId}
    group by e.building_id`.execute(tx.db);
  return rows;
}
