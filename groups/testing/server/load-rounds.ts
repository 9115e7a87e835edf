import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { arrayParam } from '#kernel/db/array-param.ts';
import { KEPT } from '#kernel/db/prepared.ts';
import type { Lane, Round } from '../contract/rows.ts';
import type { TestingState } from '../domain/state.ts';

/** Rounds with all their lanes, in one round trip. */
export async function loadRounds(
  tx: AreaTx,
  state: TestingState,
  roundIds: readonly string[],
): Promise<void> {
  const { rows } = await sql<Round & { readonly lanes: readonly Lane[] }>`${sql.raw(KEPT)}
    select r.id, r.version, r.name, r.mode, r.pool_ratio, r.scope, r.tube_series, r.state, r.created_at, r.opened_at,
      r.closed_at, r.revised_at,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', l.id, 'version', l.version, 'roundId', l.round_id, 'siteId', l.site_id, 'name', l.name,
          'sort', l.sort, 'removedAt', (extract(epoch from l.removed_at) * 1000)::int8))
        from testing.lane l where l.area_id = r.area_id and l.round_id = r.id), '[]'::jsonb) as lanes
    from testing.round r
    where r.area_id = ${tx.areaId} and r.id = any(${arrayParam('uuid', roundIds)}::uuid[])`.execute(tx.db);
  for (const { lanes, ...round } of rows) {
    state.rounds.load([round]);
    state.lanes.load(lanes);
  }
}
