// What gates say of a pass: the phone knows the words as soon as it knows the module.
import '../messages/gate.ts';
import type { Projection } from '#kernel/sync/client/projection.ts';
import { COLLECTIONS, type MyPass } from '../contract.ts';

/** Passes of whoever is signed in; nothing is decided here. */
export const minePasses: Projection<Map<string, MyPass>> = {
  name: 'passes-mine',
  collections: [COLLECTIONS.mine],
  kinds: {},
  build: () => new Map(),
  load(state, _collection, rows) {
    for (const row of rows as unknown as readonly MyPass[]) state.set(row.id, row);
  },
  remove(state, _collection, ids) {
    for (const id of ids) state.delete(id);
  },
  clear: () => undefined,
  decide: () => ({ events: [] }),
  evolve: () => undefined,
};
