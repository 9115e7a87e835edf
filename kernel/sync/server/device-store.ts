import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';

/** A device's own words with a pull. Bookkeeping of the transport, not a fact of the field. */
export interface DeviceNote {
  readonly id: string;
  /** Who was on it. */
  readonly actorId: string;
  readonly lastSeenAt: number;
  /** Commands waiting in its outbox when it was last heard. */
  readonly pending: number;
  /** Server minus device clock, ms; null when never measured. */
  readonly clockOffset: number | null;
  /** Null when it did not say. */
  readonly appVersion: string | null;
  /** Whether its browser promised to keep what is stored; null when it did not say. */
  readonly persisted: boolean | null;
}

export interface Device extends DeviceNote {
  readonly firstSeenAt: number;
}

/** The latest word counts; what it does not say now stays as it said it before. */
export async function noteDevice(tx: AreaTx, device: DeviceNote): Promise<void> {
  const { id, actorId, pending, clockOffset, appVersion, persisted } = device;
  const seen = new Date(device.lastSeenAt);
  await sql`
    insert into kernel.device
      (area_id, id, actor_id, first_seen_at, last_seen_at, pending, clock_offset, app_version, persisted)
    values (${tx.areaId}, ${id}, ${actorId}, ${seen}, ${seen}, ${pending}, ${clockOffset}, ${appVersion}, ${persisted})
    on conflict (area_id, id) do update set
      actor_id = excluded.actor_id, last_seen_at = excluded.last_seen_at, pending = excluded.pending,
      clock_offset = coalesce(excluded.clock_offset, device.clock_offset),
      app_version = coalesce(excluded.app_version, device.app_version),
      persisted = coalesce(excluded.persisted, device.persisted)`.execute(tx.db);
}

/** Every device of the area, the longest silent first. */
export async function listDevices(tx: AreaTx): Promise<readonly Device[]> {
  const { rows } = await sql<Device>`
    select id, actor_id, first_seen_at, last_seen_at, pending, clock_offset, app_version, persisted
    from kernel.device where area_id = ${tx.areaId} order by last_seen_at, id`.execute(tx.db);
  return rows;
}
