import { isLoading, type Session, stillPending } from './session.ts';
import type { OutboxView, StorageState, SyncState } from './state.ts';

/** What only the running client knows, beside what is stored. */
export interface Health {
  readonly online: boolean;
  readonly outdated: boolean;
  readonly signedOut: boolean;
  readonly revoked: boolean;
  readonly closed: boolean;
  readonly storage: StorageState;
}

export const HEALTHY: Health = {
  online: true,
  outdated: false,
  signedOut: false,
  revoked: false,
  closed: false,
  storage: { lost: false, full: false, persisted: null, usage: null, quota: null },
};

export function describe(session: Session, health: Health): SyncState {
  const views = viewOutbox(session);
  const count = (standing: OutboxView['standing']) =>
    views.filter((view) => view.standing === standing).length;
  return {
    ...health,
    // Without a pull nothing confirms an answer any more: then what the server has is no longer pending.
    pending:
      views.filter((view) => (health.revoked ? view.standing === 'waiting' : view.pending)).length +
      session.files.length,
    files: session.files.length,
    others: [...views.filter((view) => view.pending), ...session.files].filter(
      ({ authorId }) => authorId !== session.actorId,
    ).length,
    refused: count('refused'),
    flagged: count('flagged'),
    lastSync: session.meta.lastSync,
    loading: isLoading(session),
    expired: session.meta.expired,
    collections: session.replica.collections(),
  };
}

/** The outbox screen's entries, in the order of dispatch; what is done and pulled is not among them. */
export function viewOutbox(session: Session): OutboxView[] {
  return session.outbox.flatMap(({ record, envelope }) => {
    const pending = stillPending(session, record);
    const mine = record.authorId === session.actorId;
    const outcome = record.answer?.first ?? null;
    // Another's answers are for another's screen.
    if (!pending && (outcome === 'done' || !mine)) return [];
    const standing = outcome === null ? 'waiting' : outcome === 'done' ? 'taken' : outcome;
    return {
      id: record.id,
      envelope,
      authorId: record.authorId,
      madeAt: record.madeAt,
      standing,
      pending,
      problems: record.answer?.problems ?? [],
      guess: session.replica.guessOf(record.id),
    };
  });
}
