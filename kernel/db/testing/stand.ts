import { sql } from 'kysely';
import type { Database } from '../pool.ts';

/**
 * How many rows an area has in every table, with its version: equal before and after means that nothing was written.
 * @param owner a database opened as `owner`
 * @returns table name → rows; `version` −1 where the area is not here
 */
export async function standOf(owner: Database, areaId: string): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.table_schema || '.' || c.table_name as name
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.column_name = 'area_id' and t.table_type = 'BASE TABLE'
      and c.table_schema not in ('pg_catalog', 'information_schema')
    order by 1`.execute(owner);
  return owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
    const stand: Record<string, number> = {};
    for (const { name } of tables) {
      const counted = await sql<{ n: number }>`
        select count(*)::int4 as n from ${sql.table(name)} where area_id = ${areaId}`.execute(trx);
      stand[name] = counted.rows[0]?.n ?? 0;
    }
    const area = await sql<{ version: number }>`
      select version from kernel.area where area_id = ${areaId}`.execute(trx);
    stand.version = area.rows[0]?.version ?? -1;
    return stand;
  });
}
