import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { arrayParam } from '#kernel/db/array-param.ts';
import { KEPT } from '#kernel/db/prepared.ts';
import type { PersonPlace } from '../contract/readers.ts';

const COLUMNS = sql`r.id as resident_id, r.household_id, r.dwelling_id`;

/** Key by key through the key's own index, as a check at a gate needs it. */
export async function livingPlaces(
  tx: AreaTx,
  who: { readonly residentIds: readonly string[]; readonly householdIds: readonly string[] },
): Promise<readonly PersonPlace[]> {
  const by = (column: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [
          sql`select f.* from unnest(${arrayParam('uuid', ids)}::uuid[]) as k (key) cross join lateral (
            select ${COLUMNS} from people.resident r
            where r.area_id = ${tx.areaId} and r.${sql.raw(column)} = k.key and r.ended_at is null offset 0) as f`,
        ];
  const parts = [...by('id', who.residentIds), ...by('household_id', who.householdIds)];
  if (parts.length === 0) return [];
  const { rows } = await sql<PersonPlace>`${sql.raw(KEPT)}
    select distinct on (p.resident_id) p.resident_id, p.household_id, b.compound_id, d.building_id, d.entrance_id
    from (${sql.join(parts, sql` union all `)}) as p
    cross join lateral (
      select building_id, entrance_id from places.dwelling
      where area_id = ${tx.areaId} and id = p.dwelling_id offset 0) as d
    cross join lateral (
      select compound_id from places.building
      where area_id = ${tx.areaId} and id = d.building_id offset 0) as b`.execute(tx.db);
  return rows;
}
