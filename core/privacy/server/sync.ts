import { sql } from 'kysely';
import { can } from '#kernel/access/access.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { actions, rules } from '../contract/rules.ts';
import { MINE_TERM, UNDERTAKING_COLLECTION } from '../contract/sync.ts';

/** `privacy.mine`: a member's own undertaking and nobody else's. */
export const mineSource: SyncSource = {
  name: MINE_TERM,
  terms: async (_tx, actor, at) => (can(rules, actor, actions.promise, at) ? [MINE_TERM] : []),
  async delta(tx, actor, _term, since) {
    if (!isUuid(actor.id)) return {};
    const { rows } = await sql<PulledRow>`
      select id, version, accepted_at from privacy.undertaking
      where area_id = ${tx.areaId} and id = ${actor.id}::uuid and version > ${since}`.execute(tx.db);
    return { [UNDERTAKING_COLLECTION]: { rows, gone: [] } };
  },
};
