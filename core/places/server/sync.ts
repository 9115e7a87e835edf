import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { actions, rules } from '../contract/rules.ts';
import { findBuildings, findCompounds, findEntrances } from './store.ts';

export const PLACES_TERM = 'places.all';

/** Labels of the area's places for every member's phone. No person is in them, so one term serves all. */
export const placesSync: SyncSource = {
  name: 'places',

  async terms(_tx, actor, at) {
    return can(rules, actor, actions.read, at) ? [PLACES_TERM] : [];
  },

  async delta(tx: AreaTx, _actor, _term, since) {
    return {
      'places.compound': changed(await findCompounds(tx), since),
      'places.building': changed(await findBuildings(tx), since),
      'places.entrance': changed(await findEntrances(tx), since),
    };
  },
};

interface Living extends PulledRow {
  readonly version: number;
  readonly endedAt: number | null;
}

/** Ended rows leave the phones; a first pull never brings them. */
function changed(rows: readonly object[], since: number): CollectionDelta {
  const later = (rows as readonly Living[]).filter((row) => row.version > since);
  return {
    rows: later.filter((row) => row.endedAt === null),
    gone: since === 0 ? [] : later.filter((row) => row.endedAt !== null).map((row) => row.id),
  };
}
