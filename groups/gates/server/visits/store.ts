import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys, selectRows } from '#kernel/db/select.ts';
import type { Presence } from '../../contract/rows.ts';
import type { Visit } from '../../contract/visit-rows.ts';
import { presenceTable } from '../tables.ts';
import { PLATE, toVisit, visitTable } from './tables.ts';

const INSIDE = sql`left_at is null and voided_at is null`;

export async function visitsByIds(tx: AreaTx, ids: Iterable<string>): Promise<Visit[]> {
  return (await selectByKeys(tx, visitTable, { id: ids })).map((record) => toVisit(tx, record));
}

/** Those inside with one of these plates, under every key that a rotation left. */
export async function insideByPlate(tx: AreaTx, plates: readonly string[]): Promise<Visit[]> {
  if (plates.length === 0) return [];
  const blinds = plates.flatMap((plate) => [...tx.keys.blindIndexes(PLATE, plate)]);
  const found = await selectRows(tx, visitTable, sql`${INSIDE} and plate_blind = any(${blinds}::bytea[])`);
  return found.map((record) => toVisit(tx, record));
}

/** Everybody inside now, the longest over time first. */
export async function visitsInside(tx: AreaTx): Promise<Visit[]> {
  const found = await selectRows(tx, visitTable, sql`${INSIDE} order by expected_until, id`);
  return found.map((record) => toVisit(tx, record));
}

export async function insideOf(tx: AreaTx, buildingId: string): Promise<Visit[]> {
  const found = await selectRows(
    tx,
    visitTable,
    sql`${INSIDE} and building_id = ${buildingId} order by room, id`,
  );
  return found.map((record) => toVisit(tx, record));
}

/** Those inside at first; afterwards whatever changed, so that those who left are told as gone. */
export async function visitsSince(tx: AreaTx, since: number): Promise<Visit[]> {
  const first = sql`${since} > 0 or (${INSIDE})`;
  const found = await selectRows(tx, visitTable, sql`version > ${since} and (${first}) order by version, id`);
  return found.map((record) => toVisit(tx, record));
}

/** Residents who are out, the longest first. */
export const residentsOut = (tx: AreaTx): Promise<Presence[]> =>
  selectRows(tx, presenceTable, sql`direction = 'out' and resident_id is not null order by at, id`);

/** Holders of passes who live nowhere here and came in: how many by gate. */
export async function holdersInside(tx: AreaTx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ gateId: string; count: number }>`
    select gate_id, count(*)::int4 as count from gates.presence
    where area_id = ${tx.areaId} and resident_id is null and household_id is null and direction = 'in'
    group by gate_id`.execute(tx.db);
  return new Map(rows.map(({ gateId, count }) => [gateId, count]));
}
