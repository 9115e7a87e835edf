import { sql } from 'kysely';
import type { KeyRing } from '../../crypto/key-ring.ts';
import type { Database } from '../../db/pool.ts';
import { inArea } from '../../db/transaction.ts';

export interface Area {
  readonly areaId: string;
  readonly name: string;
}

/** Makes an area with its key file. Idempotent by its id. The key comes first: no row without the key to read it. */
export async function createArea(db: Database, ring: KeyRing, area: Area, at: number): Promise<void> {
  const keys = await ring.create(area.areaId);
  await inArea(db, area.areaId, keys, (tx) =>
    sql`
      insert into kernel.area (area_id, name, created_at) values (${area.areaId}, ${area.name}, ${new Date(at)})
      on conflict (area_id) do nothing`.execute(tx.db),
  );
}

/** Every area of the installation, by name. @param owner a database opened as `owner`: the app's role sees one area */
export async function listAreas(owner: Database): Promise<readonly Area[]> {
  const { rows } = await sql<Area>`select area_id, name from kernel.area order by name, area_id`.execute(
    owner,
  );
  return rows;
}
