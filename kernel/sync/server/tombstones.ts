import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';

/** Notes that rows left a term for good, so that devices holding them are told. Idempotent. */
export async function buryRows(
  tx: AreaTx,
  place: { readonly term: string; readonly collection: string },
  ids: readonly string[],
  version: number,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into kernel.tombstone (area_id, term, collection, row_id, version)
    select ${tx.areaId}::uuid, ${place.term}, ${place.collection}, id, ${version} from unnest(${ids}::uuid[]) id
    on conflict (area_id, term, collection, row_id) do update set version = excluded.version`.execute(tx.db);
}

/** Ids that left the term after the cursor, per collection. */
export async function goneSince(
  tx: AreaTx,
  term: string,
  since: number,
): Promise<ReadonlyMap<string, string[]>> {
  const gone = new Map<string, string[]>();
  if (since === 0) return gone;
  const { rows } = await sql<{ collection: string; rowId: string }>`
    select collection, row_id from kernel.tombstone
    where area_id = ${tx.areaId} and term = ${term} and version > ${since}`.execute(tx.db);
  for (const { collection, rowId } of rows) {
    const ids = gone.get(collection);
    if (ids) ids.push(rowId);
    else gone.set(collection, [rowId]);
  }
  return gone;
}

/** Ends the life of tombstones up to a version; a device with an older cursor takes a new snapshot. */
export async function forgetTombstones(tx: AreaTx, upTo: number): Promise<void> {
  await sql`
    with forgotten as (
      delete from kernel.tombstone where area_id = ${tx.areaId} and version <= ${upTo})
    update kernel.area set tombstone_floor = greatest(tombstone_floor, ${upTo})
    where area_id = ${tx.areaId}`.execute(tx.db);
}
