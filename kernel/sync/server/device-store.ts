import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';

export interface Device {
  readonly id: string;
  readonly actorId: string;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  /** Commands waiting in its outbox when it was last heard. */
  readonly pending: number;
  /** Server minus device clock, ms; null when never measured. */
  readonly clockOffset: number | null;
}

/** What a device says of itself with a pull. Bookkeeping of the transport; the latest word counts. */
export async function noteDevice(tx: AreaTx, device: Omit<Device, 'firstSeenAt'>): Promise<void> {
  const seen = new Date(device.lastSeenAt);
  await sql`
    insert into kernel.device (area_id, id, actor_id, first_seen_at, last_seen_at, pending, clock_offset)
    values (${tx.areaId}, ${device.id}, ${device.actorId}, ${seen}, ${seen}, ${device.pending}, ${device.clockOffset})
    on conflict (area_id, id) do update set
      actor_id = excluded.actor_id, last_seen_at = excluded.last_seen_at, pending = excluded.pending,
      clock_offset = coalesce(excluded.clock_offset, device.clock_offset)`.execute(tx.db);
}

/** Every device of the area, the longest silent first. */
export async function listDevices(tx: AreaTx): Promise<readonly Device[]> {
  const { rows } = await sql<Device>`
    select id, actor_id, first_seen_at, last_seen_at, pending, clock_offset
    from kernel.device where area_id = ${tx.areaId} order by last_seen_at, id`.execute(tx.db);
  return rows;
}
