import type { Term } from '../protocol.ts';
import { ofHolder, ofTerm, type SyncDatabase } from './database.ts';
import type {
  CursorRecord,
  DeviceMeta,
  FileRecord,
  HolderMeta,
  Meta,
  OutboxRecord,
  SegmentRecord,
} from './records.ts';
import { namingFullStorage } from './storage-full.ts';

/** The one record of `device`. */
const DEVICE = 'device';

export interface Held {
  readonly meta: Meta;
  readonly cursors: readonly CursorRecord[];
  readonly segments: readonly SegmentRecord[];
  readonly outbox: readonly OutboxRecord[];
}

/**
 * Opens what is held for a member, in one transaction. Rows pulled with another protocol are erased; what others of
 * this device hold, and the outbox, never are.
 * @param fresh what `meta` is where there is none yet
 * @param deviceId the browser profile's own, where it is known from elsewhere: it replaces what was kept
 */
export function openHeld(db: SyncDatabase, fresh: Meta, deviceId?: string): Promise<Held> {
  return namingFullStorage(() =>
    db.transaction('rw', [db.device, db.holder, db.mark, db.held, db.outbox], async () => {
      const { holder } = fresh;
      const known = (await db.device.get(DEVICE)) ?? deviceOf(fresh);
      const device = { ...known, deviceId: deviceId ?? known.deviceId };
      await db.device.put(device, DEVICE);
      let mine = (await db.holder.get(holder)) ?? holderOf(fresh);
      if (mine.protocol !== fresh.protocol) {
        await clearRows(db, holder);
        mine = holderOf(fresh);
      }
      await db.holder.put(mine, holder);
      return {
        meta: { ...device, ...mine, holder },
        cursors: await cursorsOf(db, holder),
        segments: await segmentsHeldBy(db, holder),
        outbox: await db.outbox.orderBy('seq').toArray(),
      };
    }),
  );
}

/** Erases what was pulled for one member: at sign-out, or because it cannot be opened. The outbox stays. */
export function erasePulled(db: SyncDatabase, holder: string): Promise<void> {
  return eraseWhere(db, (id) => id === holder, false).then(() => undefined);
}

/** Erases what was pulled for anybody: this device is revoked. */
export function eraseEverybody(db: SyncDatabase): Promise<void> {
  return eraseWhere(db, () => true, false).then(() => undefined);
}

/** Erases everything of the area, what waits to be sent too: its emergency is over, and nobody takes it any more. */
export function wipe(db: SyncDatabase): Promise<void> {
  return db.transaction('rw', [db.holder, db.mark, db.held, db.outbox, db.file], async () => {
    await Promise.all([db.mark.clear(), db.held.clear(), db.outbox.clear(), db.file.clear()]);
    await db.holder.toCollection().modify({ seen: 0, lastSync: null, holdUntil: null });
  });
}

/**
 * Erases what was pulled for everybody whose time is up, also while nobody is signed in.
 * @param now server's clock, epoch ms
 * @returns whose
 */
export function eraseExpired(db: SyncDatabase, now: number): Promise<readonly string[]> {
  return eraseWhere(db, (_, { holdUntil }) => holdUntil !== null && holdUntil <= now, true);
}

function eraseWhere(
  db: SyncDatabase,
  concerns: (holder: string, meta: HolderMeta) => boolean,
  expired: boolean,
): Promise<readonly string[]> {
  return db.transaction('rw', [db.holder, db.mark, db.held], async () => {
    const gone: string[] = [];
    const held = new Map<string, HolderMeta>();
    await db.holder.each((meta, { primaryKey }) => held.set(primaryKey, meta));
    for (const [holder, meta] of held) {
      if (!concerns(holder, meta)) continue;
      await clearRows(db, holder);
      await db.holder.put({ ...meta, seen: 0, lastSync: null, holdUntil: null, expired }, holder);
      gone.push(holder);
    }
    return gone;
  });
}

async function clearRows(db: SyncDatabase, holder: string): Promise<void> {
  await db.held
    .where(':id')
    .between(...ofHolder(holder), true, true)
    .delete();
  await db.mark
    .where(':id')
    .between(...ofHolder(holder), true, true)
    .delete();
}

export async function readDevice(db: SyncDatabase): Promise<DeviceMeta | undefined> {
  return db.device.get(DEVICE);
}

export async function readMeta(db: SyncDatabase, holder: string): Promise<Meta> {
  const device = await db.device.get(DEVICE);
  const mine = await db.holder.get(holder);
  if (!device || !mine) throw new Error('the sync database was not opened');
  return { ...device, ...mine, holder };
}

export async function writeDevice(db: SyncDatabase, change: Partial<DeviceMeta>): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const device = await db.device.get(DEVICE);
    if (device) await db.device.put({ ...device, ...change }, DEVICE);
  });
}

export async function writeHolder(
  db: SyncDatabase,
  holder: string,
  change: Partial<HolderMeta>,
): Promise<void> {
  await db.transaction('rw', db.holder, async () => {
    const mine = await db.holder.get(holder);
    if (mine) await db.holder.put({ ...mine, ...change }, holder);
  });
}

/**
 * Puts back what only memory still has, after the browser has cleared the storage beneath an open page.
 * @returns false when nothing was missing
 */
export function restore(
  db: SyncDatabase,
  meta: Meta,
  outbox: readonly OutboxRecord[],
  files: readonly FileRecord[],
): Promise<boolean> {
  return db.transaction('rw', [db.device, db.holder, db.outbox, db.file], async () => {
    if (await db.device.get(DEVICE)) return false;
    await db.device.put(deviceOf(meta), DEVICE);
    await db.holder.put({ ...holderOf(meta), seen: 0, lastSync: null }, meta.holder);
    await db.outbox.bulkPut([...outbox]);
    await db.file.bulkPut([...files]);
    return true;
  });
}

/** What another tab may have changed: cursors and `seen`, and the segments of the terms whose cursor is not `known`. */
export function readChanged(
  db: SyncDatabase,
  holder: string,
  known: ReadonlyMap<Term, CursorRecord>,
): Promise<Pick<Held, 'meta' | 'cursors' | 'segments'>> {
  return db.transaction('r', [db.device, db.holder, db.mark, db.held], async () => {
    const cursors = await cursorsOf(db, holder);
    const segments: SegmentRecord[] = [];
    for (const cursor of cursors) {
      if (sameCursor(cursor, known.get(cursor.term))) continue;
      segments.push(...(await segmentsOf(db, holder, cursor.term)));
    }
    return { meta: await readMeta(db, holder), cursors, segments };
  });
}

export function segmentsOf(db: SyncDatabase, holder: string, term: Term): Promise<SegmentRecord[]> {
  return db.held
    .where(':id')
    .between(...ofTerm(holder, term), true, true)
    .toArray();
}

export function cursorsOf(db: SyncDatabase, holder: string): Promise<CursorRecord[]> {
  return db.mark
    .where(':id')
    .between(...ofHolder(holder), true, true)
    .toArray();
}

function segmentsHeldBy(db: SyncDatabase, holder: string): Promise<SegmentRecord[]> {
  return db.held
    .where(':id')
    .between(...ofHolder(holder), true, true)
    .toArray();
}

/** Equal cursors mean equal rows: every change of a term's segments moves one of these. */
export function sameCursor(a: CursorRecord, b: CursorRecord | undefined): boolean {
  return (
    b !== undefined &&
    a.version === b.version &&
    a.more === b.more &&
    a.first === b.first &&
    a.next === b.next
  );
}

const deviceOf = ({ deviceId, clock, latest, revoked }: Meta): DeviceMeta => ({
  deviceId,
  clock,
  latest,
  revoked,
});

const holderOf = ({ protocol, seen, lastSync, holdUntil, expired }: Meta): HolderMeta => ({
  protocol,
  seen,
  lastSync,
  holdUntil,
  expired,
});
