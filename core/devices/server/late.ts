import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { devicesProblems } from '../contract/problems.ts';
import type { LateWork } from '../contract/queries.ts';

/** The flags that this module's `settle-flag` settles. */
export const LATE_CODES: readonly string[] = [
  devicesProblems['revoked-device'].code,
  devicesProblems['author-left'].code,
];

/** Accepted and flagged, not looked at yet; the latest first. @param devices only of these; null for all */
export async function loadLate(tx: AreaTx, devices: readonly string[] | null): Promise<LateWork[]> {
  const { rows } = await sql<LateWork>`
    select d.id as discrepancy_id, d.command_id, l.kind, d.code, (d.subjects->>'deviceId')::uuid as device_id,
      (select m.name from accounts.member m where m.area_id = d.area_id and m.id::text = l.actor_id) as author,
      l.corrected_at as at, l.received_at
    from kernel.discrepancy d
    join kernel.command_log l on l.area_id = d.area_id and l.version = d.version
    where d.area_id = ${tx.areaId} and d.settled_at is null and d.code = any(${LATE_CODES}::text[])
      and (${devices === null} or d.subjects->>'deviceId' = any(${devices ?? []}::text[]))
    order by d.version desc limit 500`.execute(tx.db);
  return rows;
}
