import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import type { BackupView } from '../contract/queries.ts';
import { privacySettings } from '../contract/settings.ts';
import type { KeysDoor } from './keys-door.ts';

const HOUR_MS = 3_600_000;

/** The newest backup of the house; an area that has none yet is late only when it is as old itself. */
export async function backupView(
  tx: AreaTx,
  { lastBackup }: Pick<KeysDoor, 'lastBackup'>,
  now: number,
): Promise<BackupView> {
  const hours = settingAt(privacySettings.backupLate, await loadSettings(tx), now).value;
  const at = (await lastBackup())?.at ?? null;
  return { at, hours, late: now - (at ?? (await openedAt(tx))) > hours * HOUR_MS };
}

async function openedAt(tx: AreaTx): Promise<number> {
  const { rows } = await sql<{ at: number }>`
    select created_at as at from kernel.area where area_id = ${tx.areaId}`.execute(tx.db);
  const [area] = rows;
  if (!area) throw new Error('an area is read that is not there');
  return area.at;
}
