import { can } from '#kernel/access/access.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import { rosterRules } from '../contract.ts';
import { dutiesSince } from './store.ts';

/** `roster.mine`: the actor's own duties, with those taken off; nobody else's. */
export const mineSource: SyncSource = {
  name: 'roster.mine',
  terms: async (_tx, actor, at) => (can(rosterRules, actor, 'roster:see-mine', at) ? ['roster.mine'] : []),
  delta: async (tx, actor, _term, since) => ({
    'roster.duty': { rows: await dutiesSince(tx, actor.id, since), gone: [] },
  }),
};
