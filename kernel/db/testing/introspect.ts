import { sql } from 'kysely';
import type { Database } from '../pool.ts';

export interface Column {
  readonly schema: string;
  /** snake_case, as in SQL. */
  readonly table: string;
  readonly column: string;
  /** Postgres's own short name, e.g. `uuid`, `timestamptz`, `int8`. */
  readonly type: string;
  readonly nullable: boolean;
}

/** Every column of every table of the house, in the order in which they were declared. */
export async function readColumns(owner: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select n.nspname as schema, c.relname as table, a.attname as column, t.typname as type,
      not a.attnotnull as nullable
    from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by n.nspname, c.relname, a.attnum`.execute(owner);
  return rows;
}
