import { can } from '#kernel/access/access.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import { zonesRules } from '../contract.ts';
import { statusesSince } from './store.ts';

/** `zones.all`: every declaration of the area, for everyone who works here: each group's rules turn on them. */
export const allSource: SyncSource = {
  name: 'zones.all',
  terms: async (_tx, actor, at) => (can(zonesRules, actor, 'zones:see', at) ? ['zones.all'] : []),
  delta: async (tx, _actor, _term, since) => ({
    'zones.status': { rows: await statusesSince(tx, since), gone: [] },
  }),
};
