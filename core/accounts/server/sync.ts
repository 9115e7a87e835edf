import { sql } from 'kysely';
import type { Actor } from '#kernel/access/access.ts';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { accountsRules } from '../contract/rules.ts';

/**
 * `accounts.me`: every member's own row, with the masked phone, the area's name, and nothing of anybody else.
 * Its rows are few and change seldom, so each delta is whole.
 */
export const meSource: SyncSource = {
  name: 'accounts.me',
  terms: async (_tx: AreaTx, actor: Actor, at: number) =>
    can(accountsRules, actor, 'accounts:see-mine', at) ? ['accounts.me'] : [],
  async delta(tx, actor, _term, since) {
    const me = await sql<PulledRow>`
      select id, version, name, phone_mask, role, "group", resident_id, ended_at from accounts.member
      where area_id = ${tx.areaId} and id = ${actor.id}::uuid and version > ${since}`.execute(tx.db);
    const standings = await sql<PulledRow>`
      select id, version, member_id, role, "group", "from", "until" from accounts.standing
      where area_id = ${tx.areaId} and member_id = ${actor.id}::uuid and version > ${since}`.execute(tx.db);
    const area = await sql<PulledRow>`
      select area_id as id, 0 as version, name from kernel.area where area_id = ${tx.areaId} and ${since} = 0`.execute(
      tx.db,
    );
    return {
      'accounts.member': whole(me.rows),
      'accounts.standing': whole(standings.rows),
      'accounts.area': whole(area.rows),
    };
  },
};

const whole = (rows: readonly PulledRow[]): CollectionDelta => ({ rows, gone: [] });
