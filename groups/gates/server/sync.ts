import { can } from '#kernel/access/access.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import { actions, rules } from '../contract/access.ts';
import { AREA_TERM } from '../contract/sync.ts';
import type { GatesDoors } from './doors.ts';
import { parts } from './parts.ts';

/** Everything a gate needs, for whoever has gate duty now or leads the group; nothing for anybody else. */
export function gatesSync(doors: GatesDoors): SyncSource {
  return {
    name: AREA_TERM,
    terms: async (_tx, actor, at) => (can(rules, actor, actions.view, at) ? [AREA_TERM] : []),
    async delta(tx, actor, _term, since) {
      const asked = { actorId: actor.id, since };
      const found = [];
      for (const part of parts) found.push(await part.delta(tx, doors, asked));
      return Object.assign({}, ...found) as (typeof found)[number];
    },
  };
}
