import pg from 'pg';
import { KERNEL } from '../db/kernel-migrations.ts';
import type { ModuleMigrations } from '../db/migration-files.ts';
import { SCHEMAS_WITHOUT_AREA } from '../db/protect.ts';
import { childrenFirst } from '../db/table-order.ts';
import type { BackupTable } from './manifest.ts';

/** A table of the house as the database has it. */
export interface HouseTable extends BackupTable {
  /** Its rows belong to areas, behind row-level security. */
  readonly ofArea: boolean;
  /** What its rows are ordered by, as SQL. */
  readonly order: string;
}

/** The schemas that belong to the house; a database may hold others, which are left alone. */
export const houseSchemas = (modules: readonly ModuleMigrations[]): string[] => [
  ...new Set([KERNEL.name, ...modules.map(({ name }) => name), ...SCHEMAS_WITHOUT_AREA]),
];

/** Every table of those schemas, each before those that refer to it. */
export async function readHouseTables(client: pg.Client, schemas: readonly string[]): Promise<HouseTable[]> {
  const { rows } = await client.query<Row>(TABLES, [schemas]);
  const tables = rows.map((row) => ({ ...row, name: `${row.schema}.${row.table}` }));
  return childrenFirst(tables)
    .reverse()
    .map(({ schema, table, columns, texts, key }) => ({
      schema,
      name: table,
      columns,
      ofArea: columns.includes('area_id'),
      // Texts by their bytes: a server's own order of letters may differ from another's.
      order: (key ?? columns)
        .map((column) => `${pg.escapeIdentifier(column)}${texts.includes(column) ? ' collate "C"' : ''}`)
        .join(', '),
    }));
}

/** `"schema"."table"` */
export const quoted = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;

export const quotedColumns = ({ columns }: BackupTable): string =>
  columns.map(pg.escapeIdentifier).join(', ');

interface Row {
  readonly schema: string;
  readonly table: string;
  readonly columns: string[];
  /** Columns that a collation orders. */
  readonly texts: string[];
  /** The primary key's, in its order. */
  readonly key: string[] | null;
  readonly refersTo: string[];
}

const TABLES = `
select n.nspname::text as schema, c.relname::text as "table",
  (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  array(select a.attname::text from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attcollation <> 0) as texts,
  (select array_agg(a.attname::text order by k.place)
    from pg_constraint p cross join unnest(p.conkey) with ordinality k (attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where p.conrelid = c.oid and p.contype = 'p') as key,
  array(select distinct rn.nspname || '.' || r.relname from pg_constraint f
    join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
    where f.conrelid = c.oid and f.contype = 'f' and r.oid <> c.oid) as "refersTo"
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1::text[])
order by 1, 2`;
