import { type Kysely, sql } from 'kysely';
import type { NoTables } from './area-tx.ts';
import { childrenFirst, type ReferringTable } from './table-order.ts';

/** A table whose rows belong to areas. */
export interface AreaTable extends ReferringTable {
  /** Beside `area_id`. */
  readonly columns: readonly string[];
}

/** Every table of areas, each before those it refers to. @param owner opened as `owner`, or a transaction of one */
export async function areaTables(owner: Kysely<NoTables>): Promise<AreaTable[]> {
  const { rows } = await sql<AreaTable>`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> 'area_id'
        order by a.attnum) as columns,
      array(select distinct pn.nspname || '.' || p.relname from pg_constraint k
        join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and p.oid <> c.oid) as refers_to
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'area_id' and not a.attisdropped)`.execute(owner);
  return childrenFirst(rows);
}
