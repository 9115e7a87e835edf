import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Excuse, ExpectedStatus } from '../contract/rows.ts';
import { SAMPLED } from './store-figures.ts';

export interface ExportedSample {
  readonly id: string;
  readonly residentId: string | null;
  readonly tubeCode: string | null;
  readonly inTube: number | null;
  readonly at: number;
  readonly site: string | null;
  readonly lane: string | null;
  readonly by: string;
  readonly boxCode: string | null;
}

/** Standing swabs in the order they were taken. */
export async function findExportedSamples(tx: AreaTx, roundId: string): Promise<readonly ExportedSample[]> {
  const { rows } = await sql<ExportedSample>`
    select w.id, w.resident_id, t.code as tube_code, t.count as in_tube, w.at, w.by, b.code as box_code,
      l.name as lane, s.name as site
    from testing.swab w
    left join testing.tube t on t.area_id = w.area_id and t.id = w.tube_id
    left join testing.box b on b.area_id = w.area_id and b.id = w.box_id
    left join testing.lane l on l.area_id = w.area_id and l.id = w.lane_id
    left join testing.site s on s.area_id = l.area_id and s.id = l.site_id
    where w.area_id = ${tx.areaId} and w.round_id = ${roundId}
    order by w.at, w.id`.execute(tx.db);
  return rows;
}

export interface ExportedPerson {
  readonly id: string;
  readonly residentId: string;
  readonly status: ExpectedStatus;
  readonly reason: Excuse | null;
  readonly sampled: boolean;
}

export async function findExportedPeople(tx: AreaTx, roundId: string): Promise<readonly ExportedPerson[]> {
  const { rows } = await sql<ExportedPerson>`
    select e.id, e.resident_id, e.status, e.reason, ${SAMPLED} as sampled
    from testing.expected e where e.area_id = ${tx.areaId} and e.round_id = ${roundId}`.execute(tx.db);
  return rows;
}
