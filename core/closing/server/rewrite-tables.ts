import { sql } from 'kysely';
import { areaTables } from '#kernel/db/area-tables.ts';
import type { Database } from '#kernel/db/pool.ts';
import { SCHEMAS_WITHOUT_AREA } from '#kernel/db/protect.ts';
import type { Certificate } from '../contract/http.ts';

/**
 * Within a database of another's: rewrites every table, so that what was deleted lies in none of them and in no index,
 * and makes their statistics anew. Its write-ahead log, archives and copies are its administrator's.
 */
export async function rewriteTables(owner: Database): Promise<Certificate['database']> {
  const names = [...(await areaTables(owner)).map(({ name }) => name), ...(await tablesOutside(owner))];
  for (const name of names) await sql`vacuum (full, analyze) ${sql.table(name)}`.execute(owner);
  return { how: 'rewritten', tables: names.length, rows: 0 };
}

async function tablesOutside(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname = any(${[...SCHEMAS_WITHOUT_AREA]}::text[])`.execute(owner);
  return rows.map(({ name }) => name);
}
