import type { PackedResponse, PackedTerm, Term } from '../protocol.ts';
import type { Payload } from './codec.ts';
import { ofTerm, type SyncDatabase } from './database.ts';
import { afterPull, type PagePlan, planPage, replaces } from './merge.ts';
import type { CursorRecord, OutboxRecord, SegmentRecord } from './records.ts';
import { namingFullStorage } from './storage-full.ts';
import { cursorsOf, writeHolder } from './store.ts';

export interface AppliedPage {
  readonly plan: PagePlan;
  /** The terms of the page that replaced what was held. */
  readonly replaced: ReadonlySet<Term>;
  /** Every cursor after the page. */
  readonly cursors: readonly CursorRecord[];
  /** Outbox entries after the page; null when it touched none. */
  readonly outbox: readonly OutboxRecord[] | null;
}

/**
 * Writes one pulled page: all its segments, cursors and what they mean for the outbox, or nothing.
 * @param encoded the payloads of each of the page's parts, made before
 * @param now device clock, epoch ms
 */
export function applyPage(
  db: SyncDatabase,
  holder: string,
  asked: Readonly<Record<Term, number>>,
  page: PackedResponse,
  encoded: ReadonlyMap<PackedTerm, readonly Payload[]>,
  now: number,
): Promise<AppliedPage> {
  return namingFullStorage(() =>
    db.transaction('rw', [db.holder, db.mark, db.held, db.outbox], async () => {
      const held = new Map((await cursorsOf(db, holder)).map((cursor) => [cursor.term, cursor]));
      const plan = planPage(asked, held, page);
      const replaced = new Set(plan.take.filter((part) => replaces(part, held)).map((part) => part.term));
      for (const term of plan.drop) {
        await deleteSegments(db, holder, term);
        await db.mark.delete([holder, term]);
        held.delete(term);
      }
      for (const part of plan.take) {
        const cursor = await writePart(
          db,
          holder,
          part,
          replaced.has(part.term),
          held.get(part.term),
          encoded.get(part) ?? [],
        );
        held.set(part.term, cursor);
      }
      for (const term of plan.advance) {
        const cursor = held.get(term);
        if (cursor) held.set(term, { ...cursor, version: page.version });
      }
      await db.mark.bulkPut([...held.values()]);
      const outbox =
        plan.seen === null && plan.rewound === null ? null : await settleOutbox(db, holder, plan, now);
      if (plan.seen !== null)
        await writeHolder(db, holder, { seen: plan.seen, lastSync: now, expired: false });
      if (page.holdUntil !== undefined) await writeHolder(db, holder, { holdUntil: page.holdUntil });
      return { plan, replaced, cursors: [...held.values()], outbox };
    }),
  );
}

async function writePart(
  db: SyncDatabase,
  holder: string,
  part: PackedTerm,
  replace: boolean,
  before: CursorRecord | undefined,
  payloads: readonly Payload[],
): Promise<CursorRecord> {
  const start = before?.next ?? 0;
  if (replace) await deleteSegments(db, holder, part.term);
  await addSegments(db, { holder, term: part.term, version: part.version }, start, payloads);
  return {
    holder,
    term: part.term,
    version: part.version,
    more: part.more,
    first: replace ? start : (before?.first ?? start),
    next: start + payloads.length,
  };
}

async function deleteSegments(db: SyncDatabase, holder: string, term: Term): Promise<void> {
  await db.held
    .where(':id')
    .between(...ofTerm(holder, term), true, true)
    .delete();
}

async function addSegments(
  db: SyncDatabase,
  of: Pick<SegmentRecord, 'holder' | 'term' | 'version'>,
  start: number,
  payloads: readonly Payload[],
): Promise<void> {
  await db.held.bulkAdd(payloads.map((payload, i) => ({ ...of, n: start + i, payload })));
}

/**
 * Only answered entries can change, and an outbox is small. Another author's answered entries wait for a pull of his
 * or her own; only a server that has forgotten them makes them go again.
 */
async function settleOutbox(
  db: SyncDatabase,
  holder: string,
  plan: PagePlan,
  now: number,
): Promise<readonly OutboxRecord[] | null> {
  const answered = await db.outbox.where('state').equals('answered').toArray();
  let touched = false;
  for (const entry of answered) {
    const after = afterPull(entry, entry.authorId === holder ? plan : { ...plan, seen: null }, now);
    if (after === entry) continue;
    touched = true;
    if (after === 'leaves') await db.outbox.delete(entry.seq);
    else await db.outbox.put(after);
  }
  return touched ? db.outbox.orderBy('seq').toArray() : null;
}

/**
 * Puts one term's segments together: `payloads` take the place of the segments up to the cursor it was read with.
 * @returns the new cursor, or null when the term has changed since and nothing was done
 */
export function replaceSegments(
  db: SyncDatabase,
  read: CursorRecord,
  payloads: readonly Payload[],
): Promise<CursorRecord | null> {
  return namingFullStorage(() =>
    db.transaction('rw', [db.mark, db.held], async () => {
      const now = await db.mark.get([read.holder, read.term]);
      if (!now || now.version !== read.version || now.first !== read.first || now.next !== read.next)
        return null;
      await deleteSegments(db, read.holder, read.term);
      const cursor: CursorRecord = { ...now, first: now.next, next: now.next + payloads.length };
      const { holder, term, version } = read;
      await addSegments(db, { holder, term, version }, cursor.first, payloads);
      await db.mark.put(cursor);
      return cursor;
    }),
  );
}
