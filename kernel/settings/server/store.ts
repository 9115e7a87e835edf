import { sql } from 'kysely';
import type { AreaTx } from '../../db/area-tx.ts';
import type { TableSpec } from '../../db/columns.ts';
import { insertRows } from '../../db/upsert.ts';
import type { SettingOnPhone, SettingValue } from '../setting.ts';

export interface SettingRow {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly value: number;
  readonly validFrom: number;
  readonly source: string;
  readonly setBy: string;
}

const setting: TableSpec<SettingRow> = {
  table: 'kernel.setting',
  key: ['id'],
  columns: {
    id: 'uuid',
    version: 'int8',
    key: 'text',
    value: 'float8',
    validFrom: 'timestamptz',
    source: 'text',
    setBy: 'text',
  },
};

/** Every dated value the area has set, oldest first; with `settingAt` they give the value in force. */
export async function loadSettings(tx: AreaTx): Promise<readonly SettingValue[]> {
  const { rows } = await sql<SettingValue>`
    select key, value, valid_from as "from", source from kernel.setting
    where area_id = ${tx.areaId} order by valid_from, version`.execute(tx.db);
  return rows;
}

export async function insertSettings(tx: AreaTx, rows: readonly SettingRow[]): Promise<void> {
  await insertRows(tx, setting, rows);
}

/** For a sync source: dated values of these settings set after `since`, so that a phone's rules are the server's. */
export async function settingsSince(
  tx: AreaTx,
  keys: readonly string[],
  since: number,
): Promise<readonly SettingOnPhone[]> {
  const { rows } = await sql<SettingOnPhone>`
    select id, version, key, value, valid_from as "from", source from kernel.setting
    where area_id = ${tx.areaId} and key = any(${[...keys]}::text[]) and version > ${since}
    order by version, id`.execute(tx.db);
  return rows;
}
