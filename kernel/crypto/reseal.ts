import { CompiledQuery, sql } from 'kysely';
import type { AreaTx } from '../db/area-tx.ts';
import { arrayParam } from '../db/array-param.ts';
import type { ColumnType } from '../db/columns.ts';
import { freshened, type SealedTable } from './sealed-table.ts';

/** Nobody at a gate waits for more than so many rows. */
export const RESEAL_CHUNK = 500;

type Row = { readonly id: string } & Readonly<Record<string, unknown>>;

export interface StaleChunk {
  /** `id` of the last row of the chunk. */
  readonly until: string;
  readonly rows: number;
}

/**
 * The next rows that an earlier version of the keys still seals; null when there are none behind `after`.
 * @param after `id` behind which to look, null to begin
 */
export async function nextStale(
  tx: AreaTx,
  table: SealedTable,
  after: string | null,
): Promise<StaleChunk | null> {
  let from = after;
  for (;;) {
    const rows = await candidates(tx, table, from, null);
    const last = rows.at(-1);
    if (!last) return null;
    const stale = rows.filter((row) => freshened(tx.keys, table, row) !== row);
    if (stale.length > 0) return { until: last.id, rows: stale.length };
    from = last.id;
  }
}

/**
 * Seals the rows of a chunk again under the newest keys. What a row says does not change, so its version stays and no
 * phone pulls it again. Call it holding the area's lock; a second time it finds nothing to do.
 */
export async function reseal(
  tx: AreaTx,
  table: SealedTable,
  after: string | null,
  until: string,
): Promise<void> {
  const rows = await candidates(tx, table, after, until);
  const fresh = rows.flatMap((row) => {
    const again = freshened(tx.keys, table, row);
    return again === row ? [] : [again];
  });
  if (fresh.length > 0) await write(tx, table, fresh);
}

/** Where every value is marked the first byte tells; else each sealed row has to be tried. */
async function candidates(
  tx: AreaTx,
  table: SealedTable,
  after: string | null,
  until: string | null,
): Promise<readonly Row[]> {
  const columns = columnsOf(table).map(({ name }) => sql.ref(name));
  const stale = table.fields.map(({ cipher }) =>
    tx.keys.marked
      ? sql<boolean>`get_byte(${sql.ref(cipher)}, 0) <> ${tx.keys.newest}::int4`
      : sql<boolean>`${sql.ref(cipher)} is not null`,
  );
  const { rows } = await sql<Row>`
    select id, ${sql.join(columns)} from ${sql.table(table.table)}
    where area_id = ${tx.areaId} and (${after}::uuid is null or id > ${after}::uuid)
      and (${until}::uuid is null or id <= ${until}::uuid) and (${sql.join(stale, sql` or `)})
    order by id limit ${RESEAL_CHUNK}`.execute(tx.db);
  return rows;
}

async function write(tx: AreaTx, table: SealedTable, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(table);
  const names = columns.map(({ name }) => snake(name));
  const arrays = columns.map(({ type }, i) => `$${i + 3}::${type}[]`);
  const statement = `update ${table.table} t set ${names.map((name) => `${name} = u.${name}`).join(', ')}
    from unnest($2::uuid[], ${arrays.join(', ')}) as u (id, ${names.join(', ')})
    where t.area_id = $1 and t.id = u.id`;
  const cells = (name: string, type: ColumnType) =>
    arrayParam(
      type,
      rows.map((row) => row[name]),
    );
  const values = [tx.areaId, cells('id', 'uuid'), ...columns.map(({ name, type }) => cells(name, type))];
  await tx.db.executeQuery(CompiledQuery.raw(statement, values));
}

function columnsOf({ fields }: SealedTable): { readonly name: string; readonly type: 'bytea' | 'text' }[] {
  return fields.flatMap(({ cipher, index }) => [
    { name: cipher, type: 'bytea' as const },
    ...(index
      ? [{ name: index.column, type: index.as === 'hex' ? ('text' as const) : ('bytea' as const) }]
      : []),
  ]);
}

const snake = (name: string): string => `"${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
