import { sql } from 'kysely';
import { areaTables } from './area-tables.ts';
import type { Database } from './pool.ts';

/**
 * Deletes every row an area has, in every table, in one transaction; an area that is not here is no fault. Nothing can
 * be written into it meanwhile: its row is locked first, and is the last to go. The key is another's to destroy.
 * @param owner a database opened as `owner`: the app's role may not delete from the log
 */
export async function dropArea(owner: Database, areaId: string): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.area_id', ${areaId}, true)`.execute(trx);
    await sql`select from kernel.area where area_id = ${areaId} for update`.execute(trx);
    for (const { name } of await areaTables(trx)) {
      await sql`delete from ${sql.table(name)} where area_id = ${areaId}`.execute(trx);
    }
  });
}
