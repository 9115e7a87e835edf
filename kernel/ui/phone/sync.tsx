import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Dispatched, OutboxView, SyncState } from '../../sync/client/state.ts';

/** The open sync of this phone, as screens need it. The shell opens it after sign-in (`kernel/sync/client`). */
export interface PhoneSync {
  state(): SyncState;
  subscribe(listener: () => void): () => void;
  /** Every entry of this device that is not done, oldest first. The same list until something changes. */
  outbox(): readonly OutboxView[];
  /** A command of this screen's author: kept durably before this resolves, sent when there is a network. */
  dispatch(kind: string, body: unknown): Promise<Dispatched>;
  /** A projection's state; the object is changed in place, `revision` moves with it. */
  view(name: string): unknown;
  revision(name: string): number;
  subscribeView(name: string, listener: () => void): () => void;
  /** The person has seen a refusal or a flag. */
  dismiss(id: string): Promise<void>;
  syncNow(): Promise<void>;
}

const Context = createContext<PhoneSync | null>(null);

export function SyncProvider({ sync, children }: { sync: PhoneSync | null; children: ReactNode }) {
  return <Context.Provider value={sync}>{children}</Context.Provider>;
}

/** For screens that work on synced rows: the shell draws them only once the sync is open. */
export function useSync(): PhoneSync {
  const sync = useContext(Context);
  if (!sync) throw new Error('This screen needs the open sync');
  return sync;
}

export const useOpenSync = (): PhoneSync | null => useContext(Context);

/** Counts for the badge and the outbox; null before the sync is open. */
export function useSyncState(): SyncState | null {
  const sync = useOpenSync();
  return useSyncExternalStore(sync?.subscribe ?? never, () => sync?.state() ?? null);
}

/** A projection's state, drawn again when rows or pending entries change it. */
export function useView<State>(name: string): State {
  const sync = useSync();
  useSyncExternalStore(
    (listener) => sync.subscribeView(name, listener),
    () => sync.revision(name),
  );
  return sync.view(name) as State;
}

const never = () => () => undefined;
