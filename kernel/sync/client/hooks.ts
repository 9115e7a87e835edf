import { createContext, useContext, useRef, useSyncExternalStore } from 'react';
import type { SyncClient } from './client.ts';
import type { Projection } from './projection.ts';
import type { SyncState } from './state.ts';

/** The shell provides the open client: `<SyncContext value={client}>`. */
export const SyncContext = createContext<SyncClient | null>(null);

export function useSyncClient(): SyncClient {
  const client = useContext(SyncContext);
  if (!client) throw new Error('no sync client is provided to this screen');
  return client;
}

/** What is pending, refused, flagged; when everything was last pulled; what the user must do. */
export function useSyncState(): SyncState {
  const client = useSyncClient();
  return useSyncExternalStore(
    (listener) => client.subscribeState(listener),
    () => client.syncState(),
  );
}

/**
 * A part of a projection's state, confirmed rows with the pending laid over; renders again when it may have changed.
 * The screen brings the projection along: what is held for it is in it from the first rendering on.
 * @param select pure; it may make new objects: its result is kept while neither the state nor its inputs change
 * @param inputs what `select` uses beside the state; it is run again when one of them changes
 */
export function useProjection<S, T>(
  projection: Projection<S>,
  select: (state: S) => T,
  inputs: readonly unknown[] = [],
): T {
  const client = useSyncClient();
  const kept = useRef<{ client: SyncClient; revision: number; inputs: readonly unknown[]; value: T } | null>(
    null,
  );
  return useSyncExternalStore(
    (listener) => client.subscribe(projection, listener),
    () => {
      const revision = client.revision(projection);
      const last = kept.current;
      if (last?.client === client && last.revision === revision && same(last.inputs, inputs))
        return last.value;
      const value = select(client.state(projection));
      kept.current = { client, revision, inputs, value };
      return value;
    },
  );
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}
