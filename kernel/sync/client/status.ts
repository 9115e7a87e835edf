import { isPending } from './merge.ts';
import { isLoading, type Session } from './session.ts';
import type { OutboxView, StorageState, SyncState } from './state.ts';

/** What only the running client knows, beside what is stored. */
export interface Health {
  readonly online: boolean;
  readonly outdated: boolean;
  readonly signedOut: boolean;
  readonly storage: StorageState;
}

export const HEALTHY: Health = {
  online: true,
  outdated: false,
  signedOut: false,
  storage: { full: false, persisted: null, usage: null, quota: null },
};

export function describe(session: Session, health: Health): SyncState {
  const views = viewOutbox(session);
  const count = (standing: OutboxView['standing']) =>
    views.filter((view) => view.standing === standing).length;
  return {
    ...health,
    pending: views.filter((view) => view.pending).length,
    refused: count('refused'),
    flagged: count('flagged'),
    lastSync: session.meta.lastSync,
    loading: isLoading(session),
  };
}

/** The outbox screen's entries, in the order of dispatch; what is done and pulled is not among them. */
export function viewOutbox(session: Session): OutboxView[] {
  return session.outbox.flatMap(({ record, envelope }) => {
    const pending = isPending(record, session.meta.seen);
    const outcome = record.answer?.first ?? null;
    if (outcome === 'done' && !pending) return [];
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
