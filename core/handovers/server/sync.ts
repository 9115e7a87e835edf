import { sql } from 'kysely';
import { GROUPS } from '#core/accounts/contract.ts';
import { can } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import { workingIn } from '../contract/rules.ts';
import { handoversSettings } from '../contract/settings.ts';
import { COLLECTIONS, GROUP_TERMS, groupTerm, type SettingRow } from '../contract/sync.ts';
import type { HandoversDoors } from './doors.ts';
import { find, ofGroup } from './store.ts';

/** A group's places, to those on duty in it and those who lead it; colleagues' names are masked. */
export const groupSource = ({ members }: HandoversDoors): SyncSource => ({
  name: GROUP_TERMS,
  terms: async (_tx, actor, at) =>
    GROUPS.filter((group) => can({ work: workingIn(group) }, actor, 'work', at)).map(groupTerm),
  async delta(tx, _actor, term, since) {
    const group = term.slice(GROUP_TERMS.length + 1);
    const { notes, readings, points, deeds } = await find(tx, ofGroup(tx, group));
    const names = await members.names(
      tx,
      [...notes, ...readings, ...points, ...deeds].map(({ by }) => by),
    );
    const only = <Row extends { readonly by: string; readonly version: number }>(
      rows: readonly Row[],
    ): CollectionDelta => ({
      rows: rows
        .filter(({ version }) => version > since)
        .map((row) => ({ ...row, byName: masked(names.get(row.by)) })) as unknown as readonly PulledRow[],
      gone: [],
    });
    return {
      [COLLECTIONS.note]: only(notes),
      [COLLECTIONS.reading]: only(readings),
      [COLLECTIONS.point]: only(points),
      [COLLECTIONS.deed]: only(deeds),
      [COLLECTIONS.setting]: await settingsSince(tx, term, since),
    };
  },
});

/** 陈组长 → 陈**. */
const masked = (name = ''): string => (name === '' ? '' : `${[...name][0]}**`);

async function settingsSince(tx: AreaTx, term: string, since: number): Promise<CollectionDelta> {
  const keys = Object.values(handoversSettings).map(({ key }) => key);
  const { rows } = await sql<SettingRow>`
    select id, version, key, value, valid_from as "from", '' as source from kernel.setting
    where area_id = ${tx.areaId} and key = any(${keys}::text[]) and version > ${since}`.execute(tx.db);
  return {
    rows: rows.map((row) => ({ ...row, id: `${term}/${row.id}` })) as unknown as readonly PulledRow[],
    gone: [],
  };
}
