import { sql } from 'kysely';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { openFileKey } from '#kernel/files/server/file-key.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { actions, conductRules } from '../contract/rules.ts';
import { conductSettings } from '../contract/settings.ts';
import { COLLECTIONS, type CodeOnPhone, MINE_TERM } from '../contract/sync.ts';
import { findAcknowledgements, findAttempts, findCodes, toCode } from './store.ts';

/** `conduct.mine`: every published code, to learn before a duty, and what oneself passed and acknowledged. */
export const mineSource: SyncSource = {
  name: MINE_TERM,
  terms: async (_tx, actor, at) => (can(conductRules, actor, actions.learn, at) ? [MINE_TERM] : []),
  async delta(tx, actor, _term, since) {
    if (!isUuid(actor.id)) return {};
    const changed = <Row extends { readonly version: number }>(rows: readonly Row[]): readonly PulledRow[] =>
      rows.filter(({ version }) => version > since) as unknown as readonly PulledRow[];
    const only = (rows: readonly PulledRow[]) => ({ rows, gone: [] });
    return {
      [COLLECTIONS.code]: only(changed(await codesFor(tx))),
      [COLLECTIONS.attempt]: only(changed(await findAttempts(tx, [actor.id]))),
      [COLLECTIONS.acknowledgement]: only(changed(await findAcknowledgements(tx, [actor.id]))),
      [COLLECTIONS.home]: only(await homesSince(tx, actor.id, since)),
      [COLLECTIONS.setting]: only(await settingsSince(tx, since)),
    };
  },
};

/** What holds no longer keeps its number, for what was passed; its contents stay behind. */
async function codesFor(tx: AreaTx): Promise<readonly CodeOnPhone[]> {
  const codes: CodeOnPhone[] = [];
  for (const record of await findCodes(tx)) {
    if (record.publishedAt === null) continue;
    const code = toCode(record);
    if (code.replacedAt !== null || code.withdrawnAt !== null) {
      codes.push({ ...code, points: [], questions: [], keys: {}, video: null, videoKey: null });
      continue;
    }
    const videoKey = code.video ? await openFileKey(tx, code.video.file.fileId) : null;
    codes.push({ ...code, videoKey });
  }
  return codes;
}

async function homesSince(tx: AreaTx, memberId: string, since: number): Promise<readonly PulledRow[]> {
  const { rows } = await sql<PulledRow>`
    select id, version, "group", "from", "until" from accounts.standing
    where area_id = ${tx.areaId} and member_id = ${memberId}::uuid and "group" is not null
      and version > ${since}`.execute(tx.db);
  return rows;
}

async function settingsSince(tx: AreaTx, since: number): Promise<readonly PulledRow[]> {
  const keys = Object.values(conductSettings).map(({ key }) => key);
  const { rows } = await sql<PulledRow>`
    select id, version, key, value, valid_from as "from", '' as source from kernel.setting
    where area_id = ${tx.areaId} and key = any(${keys}::text[]) and version > ${since}`.execute(tx.db);
  return rows;
}
