import { sql, type Transaction } from 'kysely';
import type { NoTables } from './area-tx.ts';
import type { Database } from './pool.ts';
import { childrenFirst, type ReferringTable } from './table-order.ts';

/**
 * Deletes every row an area has, in every table, in one transaction; an area that is not here is no fault. Nothing can
 * be written into it meanwhile: its row is locked first, and is the last to go. The key is another's to destroy.
 * @param owner a database opened as `owner`: the app's role may not delete from the log
 */
export async function dropArea(owner: Database, areaId: string): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
    await sql`select from kernel.area where area_id = ${areaId} for update`.execute(trx);
    for (const table of await tablesChildrenFirst(trx)) {
      await sql`delete from ${sql.table(table)} where area_id = ${areaId}`.execute(trx);
    }
  });
}

/** Every table of areas, each before those it refers to. */
async function tablesChildrenFirst(trx: Transaction<NoTables>): Promise<string[]> {
  const { rows } = await sql<ReferringTable>`
    select n.nspname || '.' || c.relname as name,
      coalesce(array_agg(distinct pn.nspname || '.' || p.relname) filter (where p.oid <> c.oid), '{}') as refers_to
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_id' and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
    left join pg_class p on p.oid = k.confrelid
    left join pg_namespace pn on pn.oid = p.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    group by n.nspname, c.relname`.execute(trx);
  return childrenFirst(rows).map(({ name }) => name);
}
