import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { arrayParam } from '#kernel/db/array-param.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { KEPT } from '#kernel/db/prepared.ts';

/** `roundId` → `round_id` */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const lists = new WeakMap<object, RawBuilder<unknown>>();

function columnsOf<Row>(spec: TableSpec<Row>): RawBuilder<unknown> {
  const known = lists.get(spec);
  if (known) return known;
  const made = sql.raw(Object.keys(spec.columns).map(snake).join(', '));
  lists.set(spec, made);
  return made;
}

/** Whole rows of one of the module's tables. The area is named first, as keys and Citus want it. */
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

type KeyColumn = 'id' | 'code' | 'place_id' | 'tube_id' | 'tube_code' | 'resident_id';

const TEXTS: ReadonlySet<KeyColumn> = new Set(['code', 'tube_code']);

/** Sets of keys by column: a row is wanted when any of them names it. */
export type Keys = Readonly<Partial<Record<KeyColumn, Iterable<string>>>>;

/**
 * Rows that any key names, in one round trip; a row named twice may come twice. Nothing is asked for when there are
 * no keys. The round is named nowhere: ids and places are of one round anyway, and codes of other rounds are few.
 */
export async function selectByKeys<Row>(tx: AreaTx, spec: TableSpec<Row>, keys: Keys): Promise<Row[]> {
  const parts = Object.entries(keys).flatMap(([column, wanted]) => {
    const values = [...wanted];
    return values.length === 0 ? [] : [lookUp(tx, spec, column as KeyColumn, values)];
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
  column: KeyColumn,
  keys: readonly string[],
  columns: RawBuilder<unknown> = columnsOf(spec),
): RawBuilder<unknown> {
  const type = TEXTS.has(column) ? 'text' : 'uuid';
  return sql`
    select found.* from unnest(${arrayParam(type, keys)}::${sql.raw(type)}[]) as k (key)
    cross join lateral (
      select ${columns} from ${sql.raw(spec.table)}
      where area_id = ${tx.areaId} and ${sql.raw(column)} = k.key offset 0) as found`;
}
