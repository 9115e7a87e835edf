import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TableSpec } from '#kernel/db/columns.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import type { MissedRow } from '../../contract/sync.ts';
import type { GatesDoors } from '../doors.ts';

/** A resident of whom it may have changed whether a test is missed; whether it is, testing says. */
interface MissedMark {
  readonly id: string;
  readonly version: number;
}

export const missedMarkTable: TableSpec<MissedMark> = {
  table: 'gates.missed_mark',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8' },
};

export const markMissed = (tx: AreaTx, residentIds: readonly string[], version: number): Promise<void> =>
  upsertRows(
    tx,
    missedMarkTable,
    [...new Set(residentIds)].map((id) => ({ id, version })),
  );

/** Who missed a test: everybody who does at first, then those of whom it changed. */
export async function missedDelta(tx: AreaTx, doors: GatesDoors, since: number): Promise<CollectionDelta> {
  if (!doors.missed) return { rows: [], gone: [] };
  const marks = since === 0 ? await livingIds(tx, doors) : await marksSince(tx, since);
  const now = await doors.missed.missedNow(
    tx,
    marks.map(({ id }) => id),
  );
  const rows = marks.flatMap(({ id, version }): MissedRow[] => {
    const found = now.get(id);
    return found ? [{ id, since: found.since, version }] : [];
  });
  const gone = since === 0 ? [] : marks.flatMap(({ id }) => (now.has(id) ? [] : [id]));
  return { rows: rows as readonly object[] as readonly PulledRow[], gone };
}

async function livingIds(tx: AreaTx, { people, places }: GatesDoors): Promise<MissedMark[]> {
  const compoundIds = (await places.livingPlaces(tx)).compounds.map(({ id }) => id);
  const living = await people.residentsInScope(tx, { compoundIds, buildingIds: [] });
  return living.map(({ id }) => ({ id, version: 0 }));
}

async function marksSince(tx: AreaTx, since: number): Promise<MissedMark[]> {
  const { rows } = await sql<MissedMark>`
    select id, version from gates.missed_mark where area_id = ${tx.areaId} and version > ${since}`.execute(
    tx.db,
  );
  return rows;
}
