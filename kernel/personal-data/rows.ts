import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '../db/area-tx.ts';

/** Rows of a table that the area holds, as modules declare them. */
export interface RowSet {
  /** As in SQL: `people.resident`. */
  readonly table: string;
  /** Over the table's own columns; whoever reads adds the area. */
  readonly where: RawBuilder<boolean>;
}

export const rowsOf = (table: string, where: RawBuilder<boolean> = sql`true`): RowSet => ({ table, where });

/** Epoch ms of the earliest; null when there is none. */
export async function oldestOf(
  tx: AreaTx,
  table: string,
  column: string,
  where: RawBuilder<boolean> = sql`true`,
): Promise<number | null> {
  const { rows } = await sql<{ at: number | null }>`
    select min(${sql.ref(column)}) as at from ${sql.table(table)}
    where area_id = ${tx.areaId} and ${where}`.execute(tx.db);
  return rows[0]?.at ?? null;
}

/** Deletes up to `limit` rows whose `column` is before that time. @param where over the table's own columns */
export async function deleteBefore(
  tx: AreaTx,
  table: string,
  column: string,
  before: number,
  limit: number,
  where: RawBuilder<boolean> = sql`true`,
): Promise<void> {
  await sql`
    delete from ${sql.table(table)} where area_id = ${tx.areaId} and id in (
      select id from ${sql.table(table)}
      where area_id = ${tx.areaId} and ${sql.ref(column)} < ${new Date(before)} and ${where}
      order by ${sql.ref(column)}, id limit ${limit})`.execute(tx.db);
}
