import type { PackedResponse, Term } from '../protocol.ts';
import { encodePage } from './pages.ts';
import { noteClock } from './pusher.ts';
import type { CursorRecord, SegmentRecord } from './records.ts';
import { openEntries, pendingOf, type Session, stillPending } from './session.ts';
import { readChanged, readMeta, sameCursor } from './store.ts';
import { readFiles } from './store-files.ts';
import { readOutbox } from './store-outbox.ts';
import { type AppliedPage, applyPage } from './store-page.ts';
import { TransportFault } from './transport.ts';

/** Pages in a row that may bring nothing before the server is taken to be out of order. */
const PATIENCE = 3;

/** Pulls page by page until nothing more is known. Throws `TransportFault`, `sync.storage-full`. */
export async function pullAll(session: Session): Promise<void> {
  await catchUp(session);
  for (let idle = 0; idle < PATIENCE; ) {
    const asked = cursorsOf(session);
    const page = await askFor(session, asked);
    const { plan } = await takePage(session, asked, page);
    if (plan.stale.length === 0 && page.terms.every((part) => !part.more)) return;
    if (plan.stale.length > 0) await catchUp(session);
    idle = page.terms.some((part) => part.version !== asked[part.term]) ? 0 : idle + 1;
  }
  throw new TransportFault('unreachable');
}

async function askFor(session: Session, held: Readonly<Record<Term, number>>): Promise<PackedResponse> {
  const { clock } = session.environment;
  const sentAt = clock.now();
  const page = await session.transport.pull(
    {
      protocol: session.protocol,
      deviceId: session.meta.deviceId,
      held,
      appVersion: session.appVersion,
      persisted: session.persisted,
      pending: session.outbox.filter(({ record }) => stillPending(session, record)).length,
    },
    session.closing,
  );
  await noteClock(session, sentAt, clock.now(), page);
  return page;
}

/** Database first, memory after: what breaks off between the two is read from the database at the next start. */
async function takePage(
  session: Session,
  asked: Readonly<Record<Term, number>>,
  page: PackedResponse,
): Promise<AppliedPage> {
  const encoded = await encodePage(session.codec, page.terms);
  return session.turn(async () => {
    const now = session.environment.clock.now();
    const applied = await applyPage(session.db, session.actorId, asked, page, encoded, now);
    for (const term of applied.plan.drop) session.replica.drop(term);
    for (const part of applied.plan.take) {
      if (applied.replaced.has(part.term)) session.replica.drop(part.term);
      session.replica.apply(part.term, part.version, part.collections);
    }
    if (applied.plan.stale.length === 0) session.cursors = byTerm(applied.cursors);
    session.meta = await readMeta(session.db, session.actorId);
    if (applied.outbox) session.outbox = await openEntries(session.sealer, applied.outbox, session.outbox);
    session.replica.refresh(pendingOf(session));
    session.tabs.post();
    return applied;
  });
}

/** Takes over what another tab has stored meanwhile: terms whose cursor moved are read again, whole. */
export function catchUp(session: Session): Promise<void> {
  return session.turn(async () => {
    const changed = await readChanged(session.db, session.actorId, session.cursors);
    const records = await readOutbox(session.db);
    const cursors = byTerm(changed.cursors);
    for (const term of session.cursors.keys()) if (!cursors.has(term)) session.replica.drop(term);
    for (const [term, cursor] of cursors) {
      if (!sameCursor(cursor, session.cursors.get(term))) session.replica.drop(term);
    }
    await loadSegments(session, changed.segments);
    session.cursors = cursors;
    session.meta = changed.meta;
    session.outbox = await openEntries(session.sealer, records, session.outbox);
    session.files = await readFiles(session.db);
    session.replica.refresh(pendingOf(session));
  });
}

/**
 * Decodes segments and puts them into memory; `refresh` shows them.
 * @returns false when one was sealed with another key: what is held is then worth nothing
 */
export async function loadSegments(
  session: Pick<Session, 'codec' | 'replica'>,
  segments: readonly SegmentRecord[],
): Promise<boolean> {
  for (const segment of segments) {
    const body = await session.codec.decode(segment.payload);
    if (body === null) return false;
    session.replica.apply(segment.term, segment.version, body.collections);
  }
  return true;
}

export function byTerm(cursors: readonly CursorRecord[]): ReadonlyMap<Term, CursorRecord> {
  return new Map(cursors.map((cursor) => [cursor.term, cursor]));
}

function cursorsOf(session: Session): Record<Term, number> {
  return Object.fromEntries([...session.cursors].map(([term, cursor]) => [term, cursor.version]));
}
