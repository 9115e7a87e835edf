import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { LOOK_FIELDS } from '../contract/commands.ts';
import type { OpenDiscrepancy } from './discrepancies.ts';

export interface LookAt {
  readonly at: number;
  readonly actorId: string;
  readonly fields: readonly (typeof LOOK_FIELDS)[number][];
  readonly reason: string;
}

/** Who looked at these entries' full numbers, latest first. */
export async function findLooksAt(tx: AreaTx, residentIds: readonly string[]): Promise<LookAt[]> {
  const { rows } = await sql<LookAt>`
    select at, actor_id, fields, reason from people.look
    where area_id = ${tx.areaId} and resident_id = any(${residentIds}::uuid[])
    order by at desc`.execute(tx.db);
  return rows;
}

/** Contradictions about these entries, latest first. */
export async function findDiscrepanciesOf(
  tx: AreaTx,
  residentIds: readonly string[],
): Promise<OpenDiscrepancy[]> {
  const { rows } = await sql<OpenDiscrepancy>`
    select id, command_id, code, problem->'details' as details, subjects, raised_at, settled_at, settled_by,
      resolution, note
    from kernel.discrepancy
    where area_id = ${tx.areaId} and starts_with(code, 'people.')
      and (subjects->>'residentId' = any(${residentIds}::text[])
        or subjects->>'otherResidentId' = any(${residentIds}::text[]))
    order by raised_at desc`.execute(tx.db);
  return rows;
}
