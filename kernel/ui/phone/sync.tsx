import { useSyncExternalStore } from 'react';
import { useSyncClient } from '../../sync/client/hooks.ts';
import type { Projection } from '../../sync/client/projection.ts';

export { useProjection, useSyncClient, useSyncState } from '../../sync/client/hooks.ts';

/**
 * A projection's whole state, drawn again when rows or pending entries change it. The object is changed in place, so
 * the screen reads it while drawing and keeps nothing of it. For a part that is dear to work out: `useProjection`.
 */
export function useView<State>(projection: Pick<Projection<State>, 'name'> | string): State {
  const client = useSyncClient();
  const name = typeof projection === 'string' ? projection : projection.name;
  useSyncExternalStore(
    (listener) => client.subscribe(name, listener),
    () => client.revision(name),
  );
  return client.state({ name } as Projection<State>);
}
