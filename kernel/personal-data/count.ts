import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '../db/area-tx.ts';
import type { RowSet } from './rows.ts';

/** How many rows a screen shows. */
export interface Count {
  readonly rows: number;
  /** There are more than these: they were not counted to the end. */
  readonly more: boolean;
}

/** Up to here a screen counts the rows of a table; an emergency's log has millions. */
const FOR_A_SCREEN = 10_000;

/** Every row, however long it takes: for what is signed, written down or decided upon. */
export async function countAll(tx: AreaTx, sets: readonly RowSet[]): Promise<number> {
  let sum = 0;
  for (const set of sets) sum += await counted(tx, set, sql``);
  return sum;
}

/** For a screen: no look takes longer for a longer past. @param most of each table */
export async function countSome(
  tx: AreaTx,
  sets: readonly RowSet[],
  most: number = FOR_A_SCREEN,
): Promise<Count> {
  let rows = 0;
  let more = false;
  for (const set of sets) {
    const found = await counted(tx, set, sql`limit ${most + 1}`);
    rows += Math.min(found, most);
    more ||= found > most;
  }
  return { rows, more };
}

async function counted(tx: AreaTx, { table, where }: RowSet, limit: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int4 as count from (
      select from ${sql.table(table)} where area_id = ${tx.areaId} and ${where} ${limit}) as found`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}
