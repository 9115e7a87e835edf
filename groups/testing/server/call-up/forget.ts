import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type RowSet, rowsOf } from '#kernel/personal-data/rows.ts';

const named = sql<boolean>`household_ids <> '[]'`;

/** Slots that still say which households, and every door: that somebody cannot leave home is about health. */
export const callUpRows = (which: RawBuilder<boolean>): readonly RowSet[] => [
  rowsOf('testing.slot', sql`${named} and ${which}`),
  rowsOf('testing.door_stop', which),
];

/** Slots keep their times and numbers, doors go whole; phones have let go of the round long before. */
export async function forgetCallUps(
  tx: AreaTx,
  which: RawBuilder<boolean>,
  limit: number,
  version: number,
): Promise<void> {
  await sql`
    update testing.slot set version = ${version}, household_ids = '[]'
    where area_id = ${tx.areaId} and id in (
      select id from testing.slot where area_id = ${tx.areaId} and ${named} and ${which} limit ${limit})`.execute(
    tx.db,
  );
  await sql`
    delete from testing.door_stop
    where area_id = ${tx.areaId} and id in (
      select id from testing.door_stop where area_id = ${tx.areaId} and ${which} limit ${limit})`.execute(
    tx.db,
  );
}
