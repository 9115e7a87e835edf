import { type RawBuilder, sql, type Transaction } from 'kysely';
import { type AreaTable, areaTables } from '../../db/area-tables.ts';
import type { NoTables } from '../../db/area-tx.ts';
import type { Forgotten, KeptTable, TableCount } from '../declaration.ts';

const FORGETTING: Readonly<Record<Forgotten, RawBuilder<unknown>>> = {
  null: sql`null`,
  empty: sql`''`,
  // Sixteen bytes, made anew for each row.
  random: sql`decode(replace(gen_random_uuid()::text, '-', ''), 'hex')`,
};

/**
 * Deletes the area's rows of every table that nobody keeps, and takes out of those that stay what may speak of a
 * person. Within a transaction of the owner that holds the area's lock; safe to repeat.
 * @returns what each table held, those that stay last
 * @throws when a kept table stands no more, or a column of it is neither kept nor forgotten
 */
export async function destroyRows(
  trx: Transaction<NoTables>,
  areaId: string,
  kept: readonly KeptTable[],
): Promise<readonly TableCount[]> {
  const tables = await areaTables(trx);
  const faults = undeclared(tables, kept);
  if (faults.length > 0) throw new Error(`not declared for closing: ${faults.join(', ')}`);
  const byTable = new Map(kept.map((rule) => [rule.table, rule]));
  const counts: TableCount[] = [];
  for (const { name } of tables) {
    const rule = byTable.get(name);
    const rows = await countOf(trx, name, areaId);
    if (!rule) await sql`delete from ${sql.table(name)} where area_id = ${areaId}`.execute(trx);
    else await forget(trx, rule, areaId);
    counts.push({ table: name, rows, fate: rule ? 'kept' : 'destroyed' });
  }
  return counts.toSorted((a, b) => a.fate.localeCompare(b.fate) || a.table.localeCompare(b.table));
}

/** Columns of kept tables that no list names, columns named that do not stand, and tables that do not. */
export function undeclared(tables: readonly AreaTable[], kept: readonly KeptTable[]): string[] {
  const standing = new Map(tables.map(({ name, columns }) => [name, columns]));
  return kept.flatMap(({ table, keeps, forgets = {} }) => {
    const columns = standing.get(table);
    if (!columns) return [table];
    const named = [...keeps, ...Object.keys(forgets)];
    const once = new Set(named);
    return [
      ...columns.filter((column) => !once.has(column)),
      ...named.filter((column, i) => !columns.includes(column) || named.indexOf(column) !== i),
    ].map((column) => `${table}.${column}`);
  });
}

async function forget(
  trx: Transaction<NoTables>,
  { table, forgets = {} }: KeptTable,
  areaId: string,
): Promise<void> {
  const changes = Object.entries(forgets).map(
    ([column, how]) => sql`${sql.ref(column)} = ${FORGETTING[how]}`,
  );
  if (changes.length === 0) return;
  await sql`update ${sql.table(table)} set ${sql.join(changes)} where area_id = ${areaId}`.execute(trx);
}

async function countOf(trx: Transaction<NoTables>, table: string, areaId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int4 as count from ${sql.table(table)} where area_id = ${areaId}`.execute(trx);
  return rows[0]?.count ?? 0;
}
