import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { problems } from '../contract/problems.ts';
import type { RoundSummary } from '../contract/queries.ts';
import type { Lane, Round, Site } from '../contract/rows.ts';
import { laneTable, roundTable, siteTable } from './tables.ts';

export async function getRound(tx: AreaTx, roundId: string): Promise<Round> {
  const [round] = await selectRows(tx, roundTable, sql`id = ${roundId}`);
  if (!round) throw new ProblemError(problems['no-such-round']);
  return round;
}

/** In the plan's order, removed ones too. */
export const sitesOf = (tx: AreaTx, roundId: string): Promise<Site[]> =>
  selectRows(tx, siteTable, sql`round_id = ${roundId} order by sort, id`);

export const lanesOf = (tx: AreaTx, roundId: string): Promise<Lane[]> =>
  selectRows(tx, laneTable, sql`round_id = ${roundId} order by sort, id`);

/** Latest first, with what a list shows of each. */
export async function listRounds(
  tx: AreaTx,
  before: number | null,
  limit: number,
): Promise<readonly RoundSummary[]> {
  const { rows } = await sql<RoundSummary>`
    select r.id, r.name, r.mode, r.pool_ratio, r.state, r.created_at, r.opened_at, r.closed_at, r.revised_at,
      case when r.state = 'draft' then null else (
        select count(*)::int4 from testing.expected e
        where e.area_id = r.area_id and e.round_id = r.id and e.status = 'expected') end as expected,
      (select coalesce(sum(t.count), 0)::int4 from testing.tube t
        where t.area_id = r.area_id and t.round_id = r.id and t.voided_at is null) as in_tubes,
      (select count(*)::int4 from kernel.discrepancy d
        where d.area_id = r.area_id and d.settled_at is null and starts_with(d.code, 'testing.')
          and d.subjects->>'roundId' = r.id::text) as open_discrepancies
    from testing.round r
    where r.area_id = ${tx.areaId}
      and (${before === null} or r.created_at < to_timestamp(${before ?? 0}::float8 / 1000))
    order by r.created_at desc, r.id desc
    limit ${limit}`.execute(tx.db);
  return rows;
}
