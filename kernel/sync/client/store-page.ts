import type { PullResponse, Term, TermDelta } from '../protocol.ts';
import type { Payload } from './codec.ts';
import { ofTerm, type SyncDatabase } from './database.ts';
import { afterPull, type PagePlan, planPage, replaces } from './merge.ts';
import type { CursorRecord, OutboxRecord } from './records.ts';
import { namingFullStorage } from './storage-full.ts';
import { writeMeta } from './store.ts';

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
  asked: Readonly<Record<Term, number>>,
  page: PullResponse,
  encoded: ReadonlyMap<TermDelta, readonly Payload[]>,
  now: number,
): Promise<AppliedPage> {
  return namingFullStorage(() =>
    db.transaction('rw', [db.meta, db.cursor, db.segment, db.outbox], async () => {
      const held = new Map((await db.cursor.toArray()).map((cursor) => [cursor.term, cursor]));
      const plan = planPage(asked, held, page);
      const replaced = new Set(plan.take.filter((part) => replaces(part, held)).map((part) => part.term));
      for (const term of plan.drop) {
        await db.segment
          .where('[term+n]')
          .between(...ofTerm(term), true, true)
          .delete();
        await db.cursor.delete(term);
        held.delete(term);
      }
      for (const part of plan.take) {
        const cursor = await writePart(
          db,
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
      await db.cursor.bulkPut([...held.values()]);
      const outbox = plan.seen === null && plan.rewound === null ? null : await settleOutbox(db, plan, now);
      if (plan.seen !== null) await writeMeta(db, { seen: plan.seen, lastSync: now });
      return { plan, replaced, cursors: [...held.values()], outbox };
    }),
  );
}

async function writePart(
  db: SyncDatabase,
  part: TermDelta,
  replace: boolean,
  before: CursorRecord | undefined,
  payloads: readonly Payload[],
): Promise<CursorRecord> {
  const start = before?.next ?? 0;
  if (replace)
    await db.segment
      .where('[term+n]')
      .between(...ofTerm(part.term), true, true)
      .delete();
  await db.segment.bulkAdd(
    payloads.map((payload, i) => ({ term: part.term, n: start + i, version: part.version, payload })),
  );
  return {
    term: part.term,
    version: part.version,
    more: part.more,
    first: replace ? start : (before?.first ?? start),
    next: start + payloads.length,
  };
}

/** Only answered entries can change, and an outbox is small. */
async function settleOutbox(
  db: SyncDatabase,
  plan: PagePlan,
  now: number,
): Promise<readonly OutboxRecord[] | null> {
  const answered = await db.outbox.where('state').equals('answered').toArray();
  let touched = false;
  for (const entry of answered) {
    const after = afterPull(entry, plan, now);
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
    db.transaction('rw', [db.cursor, db.segment], async () => {
      const now = await db.cursor.get(read.term);
      if (!now || now.version !== read.version || now.first !== read.first || now.next !== read.next)
        return null;
      await db.segment
        .where('[term+n]')
        .between(...ofTerm(read.term), true, true)
        .delete();
      const cursor: CursorRecord = { ...now, first: now.next, next: now.next + payloads.length };
      await db.segment.bulkAdd(
        payloads.map((payload, i) => ({
          term: read.term,
          n: cursor.first + i,
          version: read.version,
          payload,
        })),
      );
      await db.cursor.put(cursor);
      return cursor;
    }),
  );
}
