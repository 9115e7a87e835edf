import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from './area-tx.ts';
import { arrayParam } from './array-param.ts';
import type { TableSpec } from './columns.ts';
import { KEPT } from './prepared.ts';

/** `roundId` → `round_id` */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const lists = new WeakMap<object, RawBuilder<unknown>>();

/** The columns of a spec, for a query that is written by hand. */
export function columnsOf<Row>(spec: TableSpec<Row>): RawBuilder<unknown> {
  const known = lists.get(spec);
  if (known) return known;
  const made = sql.raw(Object.keys(spec.columns).map(snake).join(', '));
  lists.set(spec, made);
  return made;
}

/** Whole rows of a table. The area is named first, as keys and Citus want it. */
export async function selectRows<Row>(
  tx: AreaTx,
  spec: TableSpec<Row>,
  where: RawBuilder<unknown>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select ${columnsOf(spec)} from ${sql.raw(spec.table)}
    where area_id = ${tx.areaId} and ${where}`.execute(tx.db);
  return rows;
}

/** Sets of keys by column, as in SQL: a row is wanted when any of them names it. Texts or ids. */
export type Keys = Readonly<Record<string, Iterable<string>>>;

/**
 * Rows that any key names, in one round trip; a row named twice may come twice. Nothing is asked for when there are
 * no keys.
 */
export async function selectByKeys<Row>(tx: AreaTx, spec: TableSpec<Row>, keys: Keys): Promise<Row[]> {
  const parts = Object.entries(keys).flatMap(([column, wanted]) => {
    const values = [...wanted];
    return values.length === 0 ? [] : [lookUp(tx, spec, column, values)];
  });
  if (parts.length === 0) return [];
  const { rows } = await sql<Row>`${sql.raw(KEPT)} ${sql.join(parts, sql` union all `)}`.execute(tx.db);
  return rows;
}

/**
 * Key by key through the key's own index. `= any(keys)` would leave the choice to the planner, and without statistics
 * it finds reading the whole area cheaper than some hundred look-ups; `offset 0` keeps it from choosing again.
 */
export function lookUp<Row>(
  tx: AreaTx,
  spec: TableSpec<Row>,
  column: string,
  keys: readonly string[],
  columns: RawBuilder<unknown> = columnsOf(spec),
): RawBuilder<unknown> {
  const type = typeOf(spec, column);
  return sql`
    select found.* from unnest(${arrayParam(type, keys)}::${sql.raw(type)}[]) as k (key)
    cross join lateral (
      select ${columns} from ${sql.raw(spec.table)}
      where area_id = ${tx.areaId} and ${sql.raw(column)} = k.key offset 0) as found`;
}

function typeOf<Row>(spec: TableSpec<Row>, column: string): 'text' | 'uuid' {
  const found = Object.entries(spec.columns).find(([name]) => snake(name) === column);
  return found?.[1] === 'text' ? 'text' : 'uuid';
}
