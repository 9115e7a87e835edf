import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/** Merged ids → the one that stands, however many merges lie between; ids that stand themselves are left out. */
export async function standingIds(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ asked: string; next: string }>`
    with recursive chain as (
      select id as asked, merged_into as next from people.resident
      where area_id = ${tx.areaId} and id = any(${ids}::uuid[]) and merged_into is not null
      union
      select c.asked, r.merged_into from chain c
      join people.resident r on r.area_id = ${tx.areaId} and r.id = c.next
      where r.merged_into is not null)
    select c.asked, c.next from chain c
    join people.resident r on r.area_id = ${tx.areaId} and r.id = c.next
    where r.merged_into is null`.execute(tx.db);
  return new Map(rows.map(({ asked, next }) => [asked, next]));
}

/** Ids that stand → those merged into them, the latest merge's last. */
export async function mergedIds(
  tx: AreaTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; root: string }>`
    with recursive tree as (
      select id, merged_into as root from people.resident
      where area_id = ${tx.areaId} and merged_into = any(${ids}::uuid[])
      union
      select r.id, t.root from tree t
      join people.resident r on r.area_id = ${tx.areaId} and r.merged_into = t.id)
    select id, root from tree order by id`.execute(tx.db);
  const merged = new Map<string, string[]>();
  for (const { id, root } of rows) merged.set(root, [...(merged.get(root) ?? []), id]);
  return merged;
}
