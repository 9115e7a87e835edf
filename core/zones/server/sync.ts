import { can } from '#kernel/access/access.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import { STATUS_COLLECTION, ZONES_TERM, zonesRules } from '../contract.ts';
import { statusesSince } from './store.ts';

/** `zones.all`: every declaration of the area, for everyone who works here: each group's rules turn on them. */
export const allSource: SyncSource = {
  name: ZONES_TERM,
  terms: async (_tx, actor, at) => (can(zonesRules, actor, 'zones:see', at) ? [ZONES_TERM] : []),
  delta: async (tx, _actor, _term, since) => ({
    [STATUS_COLLECTION]: { rows: await statusesSince(tx, since), gone: [] },
  }),
};
