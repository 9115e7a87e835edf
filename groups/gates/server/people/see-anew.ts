import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { columnsOf } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import { buryRows } from '#kernel/sync/server/tombstones.ts';
import type { Passage } from '../../contract/rows.ts';
import { AREA_TERM, COLLECTIONS } from '../../contract/sync.ts';
import { presenceOf } from '../../domain/passages/evolve.ts';
import { passageTable, presenceTable } from '../tables.ts';

/**
 * Where these residents were seen last, worked out of the passages as they stand now; phones let go of whom nothing is
 * known any more.
 */
export async function seeAnew(tx: AreaTx, residentIds: readonly string[], version: number): Promise<void> {
  const { rows: last } = await sql<Passage>`
    select distinct on (resident_id) ${columnsOf(passageTable)} from gates.passage
    where area_id = ${tx.areaId} and resident_id = any(${residentIds}::uuid[])
      and outcome <> 'refused' and voided_at is null
    order by resident_id, at desc, id desc`.execute(tx.db);
  const seen = new Map(last.map((passage) => [passage.residentId, passage]));
  const { rows: gone } = await sql<{ id: string }>`
    delete from gates.presence where area_id = ${tx.areaId} and id = any(${residentIds}::uuid[])
    returning id`.execute(tx.db);
  await upsertRows(
    tx,
    presenceTable,
    [...seen].flatMap(([id, passage]) => (id === null ? [] : [{ ...presenceOf(passage, id), version }])),
  );
  const forgotten = gone.flatMap(({ id }) => (seen.has(id) ? [] : [id]));
  await buryRows(tx, { term: AREA_TERM, collection: COLLECTIONS.presence }, forgotten, version);
}

/** Whoever moved is out, or in, with the household he or she lives in now; outings stay with the one they were made for. */
export async function seeElsewhere(
  tx: AreaTx,
  { residentId, householdId }: { readonly residentId: string; readonly householdId: string },
  version: number,
): Promise<void> {
  await sql`
    update gates.presence set household_id = ${householdId}, version = ${version}
    where area_id = ${tx.areaId} and resident_id = ${residentId} and household_id <> ${householdId}`.execute(
    tx.db,
  );
}
