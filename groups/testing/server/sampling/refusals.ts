import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { RefusalKind } from '../../contract/refusal-rows.ts';
import { laterRefusal } from '../../domain/sampling/refusal.ts';
import { SAMPLED } from '../store-figures.ts';
import { type RefusalRecord, refusalTable, toRefusal, toRefusalRecord } from './tables.ts';

/** Somebody of the list (`e`) who is missed, and whose latest word is of that kind: `refusalOf` of the rules, in SQL. */
export const missedAs = (kind: RefusalKind): RawBuilder<boolean> => sql`(
  e.status = 'expected' and not ${SAMPLED} and (
    select r.kind from testing.refusal r where r.area_id = e.area_id and r.place_id = e.id
    order by r.at desc, r.id desc limit 1) = ${kind})`;

export interface RefusalCount {
  readonly buildingId: string;
  readonly refused: number;
  readonly absent: number;
}

/** Missed people by their latest word. Begins from the words, which are few, not from the list. */
export async function countRefusals(tx: AreaTx, roundId: string): Promise<readonly RefusalCount[]> {
  const { rows } = await sql<RefusalCount>`
    select e.building_id, (count(*) filter (where r.kind = 'refused'))::int4 as refused,
      (count(*) filter (where r.kind = 'absent'))::int4 as absent
    from (
      select distinct on (place_id) area_id, place_id, kind from testing.refusal
      where area_id = ${tx.areaId} and round_id = ${roundId}
      order by place_id, at desc, id desc) r
    join testing.expected e on e.area_id = r.area_id and e.id = r.place_id
    where e.status = 'expected' and not ${SAMPLED}
    group by e.building_id`.execute(tx.db);
  return rows;
}

/** The latest word at each of these places of a list, where there is one. */
export async function latestRefusals(
  tx: AreaTx,
  placeIds: readonly string[],
): Promise<ReadonlyMap<string, RefusalRecord>> {
  const latest = new Map<string, RefusalRecord>();
  for (const row of await selectByKeys(tx, refusalTable, { place_id: placeIds })) {
    const known = latest.get(row.placeId);
    latest.set(row.placeId, known ? laterRefusal(known, row) : row);
  }
  return latest;
}

/** Words of somebody merged, or of two entries told apart again, become that resident's. */
export async function pointRefusals(
  tx: AreaTx,
  rows: readonly RefusalRecord[],
  residentId: string,
  version: number,
): Promise<void> {
  await upsertRows(
    tx,
    refusalTable,
    rows.map((row) => toRefusalRecord({ ...toRefusal(row), residentId, version })),
  );
}
