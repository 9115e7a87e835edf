import type { KeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { type Device, noteDevice } from '#kernel/sync/server/device-store.ts';

/** Keeps what devices say of themselves; a device that repeats itself within a short while is written once. */
export interface DeviceNotes {
  heard(areaId: string, device: Omit<Device, 'firstSeenAt'>): Promise<void>;
}

const QUIET_MS = 15_000;
const MAX_KNOWN = 10_000;

export function deviceNotes(db: Database, ring: KeyRing): DeviceNotes {
  const known = new Map<string, { at: number; said: string }>();
  return {
    async heard(areaId, device) {
      const key = `${areaId}/${device.id}`;
      const said = `${device.actorId}/${device.pending}`;
      const last = known.get(key);
      if (last && last.said === said && device.lastSeenAt - last.at < QUIET_MS) return;
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, { at: device.lastSeenAt, said });
      await inArea(db, areaId, await ring.of(areaId), (tx) => noteDevice(tx, device));
    },
  };
}
