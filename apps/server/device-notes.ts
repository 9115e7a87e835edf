import type { KeyRing } from '#kernel/crypto/key-ring.ts';
import type { Database } from '#kernel/db/pool.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { type DeviceNote, noteDevice } from '#kernel/sync/server/device-store.ts';

/** Keeps what devices say of themselves; a device that repeats itself within a short while is written once. */
export interface DeviceNotes {
  heard(areaId: string, note: Omit<DeviceNote, 'clockOffset'>): Promise<void>;
  /** A push told how far its clock is off; kept in memory and written with the next word. @param offset server minus device, ms */
  measured(areaId: string, deviceId: string, offset: number | null): void;
}

const QUIET_MS = 15_000;
const MAX_KNOWN = 10_000;

export function deviceNotes(db: Database, ring: KeyRing): DeviceNotes {
  const known = new Map<string, { at: number; said: string }>();
  const offsets = new Map<string, number>();
  return {
    measured(areaId, deviceId, offset) {
      if (offset === null) return;
      if (offsets.size >= MAX_KNOWN) offsets.clear();
      offsets.set(`${areaId}/${deviceId}`, offset);
    },
    async heard(areaId, note) {
      const key = `${areaId}/${note.id}`;
      const clockOffset = offsets.get(key) ?? null;
      const said = [note.actorId, note.pending, note.appVersion, note.persisted, clockOffset].join('/');
      const last = known.get(key);
      if (last && last.said === said && note.lastSeenAt - last.at < QUIET_MS) return;
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(key, { at: note.lastSeenAt, said });
      await inArea(db, areaId, await ring.of(areaId), (tx) => noteDevice(tx, { ...note, clockOffset }));
    },
  };
}
