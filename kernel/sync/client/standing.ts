import type { Session } from './session.ts';
import type { StorageState, SyncState } from './state.ts';
import { describe, HEALTHY, type Health } from './status.ts';
import { isStorageFull } from './storage-full.ts';
import { TransportFault } from './transport.ts';

/** How the client stands, for screens to show: what is stored, and what only the running client knows. */
export class Standing {
  private readonly listeners = new Set<() => void>();
  private known: Health = HEALTHY;
  private described: SyncState | null = null;

  constructor(
    private readonly session: Session,
    private readonly onFault: (error: unknown) => void,
    private readonly closing: AbortSignal,
  ) {
    session.replica.watchCollections(() => this.changed());
  }

  get health(): Health {
    return this.known;
  }

  /** The same object until something changes. */
  view(): SyncState {
    this.described ??= describe(this.session, this.known);
    return this.described;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(change: Partial<Health>): void {
    this.known = { ...this.known, ...change };
    this.changed();
  }

  setStorage(change: Partial<StorageState>): void {
    this.set({ storage: { ...this.known.storage, ...change } });
  }

  /** What is stored has changed. */
  changed(): void {
    this.described = null;
    for (const listener of [...this.listeners]) listener();
  }

  /** A fault that says how things stand is shown; any other is a fault of the program. At the end nothing is told. */
  note(error: unknown): void {
    if (this.closing.aborted) return;
    if (error instanceof TransportFault) {
      const { reason } = error;
      this.set({
        online: reason !== 'unreachable',
        signedOut: this.known.signedOut || reason === 'signed-out',
        revoked: this.known.revoked || reason === 'revoked',
        closed: this.known.closed || reason === 'closed',
        outdated: this.known.outdated || reason === 'outdated',
      });
    } else if (isStorageFull(error)) {
      this.setStorage({ full: true });
    } else {
      this.onFault(error);
    }
  }
}
