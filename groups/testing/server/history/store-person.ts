import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Excuse, ExpectedStatus, LabOutcome, Method, RoundState } from '../../contract/rows.ts';

export interface OpenedRound {
  readonly id: string;
  readonly name: string;
  readonly openedAt: number;
  readonly state: RoundState;
}

/** Every round that was ever opened, latest first. */
export async function findOpenedRounds(tx: AreaTx): Promise<readonly OpenedRound[]> {
  const { rows } = await sql<OpenedRound>`
    select id, name, opened_at, state from testing.round
    where area_id = ${tx.areaId} and opened_at is not null
    order by opened_at desc, id desc`.execute(tx.db);
  return rows;
}

export interface ListedRow {
  readonly roundId: string;
  readonly status: ExpectedStatus;
  readonly reason: Excuse | null;
}

/** @param places ids of places on lists (`expectedId`) */
export async function findListed(tx: AreaTx, places: readonly string[]): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select e.round_id, e.status, e.reason from unnest(${places}::uuid[]) as p (id)
    cross join lateral (
      select * from testing.expected where area_id = ${tx.areaId} and id = p.id offset 0) e`.execute(tx.db);
  return rows;
}

export interface TestedRow {
  readonly sampleId: string;
  readonly version: number;
  readonly roundId: string;
  readonly tubeCode: string | null;
  readonly position: number;
  readonly inTube: number | null;
  readonly single: boolean;
  readonly at: number;
  readonly by: string;
  readonly method: Method;
  readonly withdrawn: boolean;
  readonly lane: string | null;
  readonly site: string | null;
  readonly outcome: LabOutcome | null;
  readonly reportedAt: number | null;
  readonly earlier: readonly { readonly outcome: LabOutcome; readonly replacedAt: number }[];
}

/**
 * Swabs of a person by the places he or she has on lists, oldest first. The place in the tube counts those before it,
 * as `domain/members/order.ts` orders them; of a withdrawn swab it says nothing. Place by place and tube by tube through
 * their own indexes, so that a hundred rounds are a hundred look-ups.
 */
export async function findTests(tx: AreaTx, places: readonly string[]): Promise<readonly TestedRow[]> {
  const { rows } = await sql<TestedRow>`
    select s.id as sample_id, s.version, s.round_id, t.code as tube_code, n.before + 1 as position,
      t.count as in_tube, coalesce(t.ratio = 1, false) as single, s.at, s.by, s.method,
      s.voided_at is not null as withdrawn, l.name as lane, site.name as site, r.outcome, r.reported_at, e.earlier
    from unnest(${places}::uuid[]) as p (id)
    cross join lateral (
      select * from testing.sample where area_id = ${tx.areaId} and place_id = p.id offset 0) s
    left join lateral (
      select * from testing.tube where area_id = ${tx.areaId} and id = s.tube_id offset 0) t on true
    left join testing.lane l on l.area_id = ${tx.areaId} and l.id = s.lane_id
    left join testing.site site on site.area_id = ${tx.areaId} and site.id = l.site_id
    left join lateral (
      select outcome, reported_at from testing.result
      where area_id = ${tx.areaId} and tube_code = t.code and round_id = s.round_id and replaced_at is null
      limit 1) r on true
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('outcome', o.outcome,
        'replacedAt', (extract(epoch from o.replaced_at) * 1000)::int8) order by o.replaced_at desc, o.id desc), '[]') as earlier
      from testing.result o
      where o.area_id = ${tx.areaId} and o.tube_code = t.code and o.round_id = s.round_id
        and o.replaced_at is not null) e
    cross join lateral (
      select count(*)::int4 as before from testing.sample o
      where o.area_id = ${tx.areaId} and o.tube_id = s.tube_id and o.voided_at is null
        and (o.at, o.id) < (s.at, s.id)) n
    order by s.at, s.id`.execute(tx.db);
  return rows;
}
