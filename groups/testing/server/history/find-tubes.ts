import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { FoundTube } from '../../contract/history-queries.ts';

/** A part of a code is looked for in so many of the latest rounds; a whole one in all. */
const LATEST = 5;
const MOST = 8;

/** Tubes of a code as somebody types it: any case, with the dashes of the label or without. */
export async function findTubes(tx: AreaTx, typed: string): Promise<FoundTube[]> {
  const text = typed.normalize('NFKC').toUpperCase().trim();
  const bare = text.replace(/[\s-]/g, '');
  if (bare.length < 3) return [];
  const { rows } = await sql<FoundTube>`
    with latest as (
      select id from testing.round where area_id = ${tx.areaId} order by created_at desc, id desc limit ${LATEST}
    ), found as (
      select id from testing.tube where area_id = ${tx.areaId} and code = any(${[text, bare]}::text[])
      union
      select t.id from latest join testing.tube t on t.area_id = ${tx.areaId} and t.round_id = latest.id
      where position(${bare} in t.code) > 0
    )
    select t.round_id, r.name as round, t.code, sum(t.count)::int4 as people
    from found join testing.tube t on t.area_id = ${tx.areaId} and t.id = found.id
    join testing.round r on r.area_id = t.area_id and r.id = t.round_id
    where t.merged_into is null
    group by t.round_id, r.name, t.code, r.created_at
    order by (t.code = any(${[text, bare]}::text[])) desc, r.created_at desc, t.code
    limit ${MOST}`.execute(tx.db);
  return rows;
}
