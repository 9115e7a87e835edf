import { sql } from 'kysely';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { AreaTx } from '../../db/area-tx.ts';
import type { Database } from '../../db/pool.ts';
import { inArea } from '../../db/transaction.ts';

export interface Area {
  readonly areaId: string;
  readonly name: string;
}

export interface NewArea extends Area {
  /** The area it stands in for while people learn; a real area has none. */
  readonly practisesFor?: string;
}

/** Makes an area with its key file. Idempotent by its id. The key comes first: no row without the key to read it. */
export async function createArea(db: Database, ring: KeyRing, area: NewArea, at: number): Promise<void> {
  const keys = await ring.create(area.areaId);
  const { areaId, name, practisesFor = null } = area;
  await inArea(db, areaId, keys, (tx) =>
    sql`
      insert into kernel.area (area_id, name, practises_for, created_at)
      values (${areaId}, ${name}, ${practisesFor}, ${new Date(at)})
      on conflict (area_id) do nothing`.execute(tx.db),
  );
}

/**
 * Every real area of the installation whose emergency is not closed, by name: what is counted, exported and shown.
 * @param owner a database opened as `owner`: the app's role sees one area
 */
export async function listAreas(owner: Database): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`
    select area_id, name from kernel.area where practises_for is null and closed_at is null order by name, area_id`.execute(
    owner,
  );
  return rows;
}

/** Areas whose emergency is closed. @param owner a database opened as `owner` */
export async function listClosedAreas(owner: Database): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`
    select area_id, name from kernel.area where closed_at is not null order by name, area_id`.execute(owner);
  return rows;
}

export interface PracticeArea {
  readonly areaId: string;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** The areas that stand in for a real one, the newest first: one, and for a while those it replaced. */
export async function listPracticeAreas(
  owner: Database,
  practisesFor: string,
): Promise<readonly PracticeArea[]> {
  const { rows } = await sql<PracticeArea>`
    select area_id, created_at from kernel.area
    where practises_for = ${practisesFor} order by created_at desc, area_id desc`.execute(owner);
  return rows;
}

/** The area itself as its own transaction sees it; null when it is not here. */
export async function readArea(
  tx: AreaTx,
): Promise<{ readonly name: string; readonly practisesFor: string | null } | null> {
  const { rows } = await sql<{ name: string; practisesFor: string | null }>`
    select name, practises_for from kernel.area where area_id = ${tx.areaId}`.execute(tx.db);
  return rows[0] ?? null;
}
