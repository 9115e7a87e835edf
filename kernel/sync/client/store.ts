import type { Term } from '../protocol.ts';
import { ofTerm, type SyncDatabase } from './database.ts';
import type { CursorRecord, Meta, OutboxRecord, SegmentRecord } from './records.ts';
import { namingFullStorage } from './storage-full.ts';

/** The one record of `meta`. */
const META = 'meta';

export interface Held {
  readonly meta: Meta;
  readonly cursors: readonly CursorRecord[];
  readonly segments: readonly SegmentRecord[];
  readonly outbox: readonly OutboxRecord[];
}

/**
 * Opens what is held, in one transaction. Rows held for another member, or pulled with another protocol, are erased;
 * the outbox never is.
 * @param fresh what `meta` is where there is none yet
 */
export function openHeld(db: SyncDatabase, fresh: Meta): Promise<Held> {
  return namingFullStorage(() =>
    db.transaction('rw', [db.meta, db.cursor, db.segment, db.outbox], async () => {
      const found = await db.meta.get(META);
      let meta = found ?? fresh;
      if (meta.holder !== fresh.holder || meta.protocol !== fresh.protocol) {
        meta = { ...meta, holder: fresh.holder, protocol: fresh.protocol };
        meta = await eraseRows(db, meta);
      } else if (!found) {
        await db.meta.put(meta, META);
      }
      return {
        meta,
        cursors: await db.cursor.toArray(),
        segments: await db.segment.orderBy('[term+n]').toArray(),
        outbox: await db.outbox.orderBy('seq').toArray(),
      };
    }),
  );
}

/** Erases what was pulled: at sign-out, expiry, revocation. The outbox stays. */
export function erasePulled(db: SyncDatabase): Promise<void> {
  return db.transaction('rw', [db.meta, db.cursor, db.segment], async () => {
    const meta = await db.meta.get(META);
    if (meta) await eraseRows(db, meta);
  });
}

async function eraseRows(db: SyncDatabase, meta: Meta): Promise<Meta> {
  await db.segment.clear();
  await db.cursor.clear();
  const erased: Meta = { ...meta, seen: 0, lastSync: null };
  await db.meta.put(erased, META);
  return erased;
}

export async function readMeta(db: SyncDatabase): Promise<Meta> {
  const meta = await db.meta.get(META);
  if (!meta) throw new Error('the sync database was not opened');
  return meta;
}

export async function writeMeta(db: SyncDatabase, change: Partial<Meta>): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ ...(await readMeta(db)), ...change }, META);
  });
}

/** What another tab may have changed: cursors and `seen`, and the segments of the terms whose cursor is not `known`. */
export function readChanged(
  db: SyncDatabase,
  known: ReadonlyMap<Term, CursorRecord>,
): Promise<Pick<Held, 'meta' | 'cursors' | 'segments'>> {
  return db.transaction('r', [db.meta, db.cursor, db.segment], async () => {
    const cursors = await db.cursor.toArray();
    const segments: SegmentRecord[] = [];
    for (const cursor of cursors) {
      if (sameCursor(cursor, known.get(cursor.term))) continue;
      segments.push(...(await segmentsOf(db, cursor.term)));
    }
    return { meta: await readMeta(db), cursors, segments };
  });
}

export function segmentsOf(db: SyncDatabase, term: Term): Promise<SegmentRecord[]> {
  return db.segment
    .where('[term+n]')
    .between(...ofTerm(term), true, true)
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
