import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectRows } from '#kernel/db/select.ts';
import type { SettingValue } from '#kernel/settings/setting.ts';
import type { CollectionDelta, PulledRow } from '#kernel/sync/protocol.ts';
import type { BoxCount, HandoverSide } from '../../contract/handover-rows.ts';
import { COLLECTIONS } from '../../contract/sync.ts';
import { countTable, sideTable } from '../tables.ts';

/** Counts and hand-overs without the names of those who signed without an account, and the dated values that moved. */
export async function handoverDelta(
  tx: AreaTx,
  roundId: string,
  since: number,
): Promise<Readonly<Record<string, CollectionDelta>>> {
  const changed = sql`round_id = ${roundId} and version > ${since}`;
  const counts = await selectRows(tx, countTable, changed);
  const sides = await selectRows(tx, sideTable, changed);
  return {
    [COLLECTIONS.boxCount]: only(
      counts.map(
        ({ counterSealed, ...row }): BoxCount => ({
          ...row,
          counterName: counterSealed === null ? null : '',
        }),
      ),
    ),
    [COLLECTIONS.handoverSide]: only(
      sides.map(({ signerSealed: _, ...row }): HandoverSide => ({ ...row, signer: null })),
    ),
    [COLLECTIONS.setting]: only(await changedSettings(tx, roundId, since)),
  };
}

/** One row per round, since terms come and go one by one. */
async function changedSettings(tx: AreaTx, roundId: string, since: number): Promise<object[]> {
  const { rows } = await sql<SettingValue & { readonly id: string; readonly version: number }>`
    select id, version, key, value, valid_from as "from", '' as source from kernel.setting
    where area_id = ${tx.areaId} and starts_with(key, 'testing.') and version > ${since}`.execute(tx.db);
  return rows.map((row) => ({ ...row, id: `${roundId}/${row.id}`, roundId }));
}

const only = (rows: readonly object[]): CollectionDelta => ({ rows: rows as readonly PulledRow[], gone: [] });
