import type { Actor } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { devicesSettings } from '../contract/settings.ts';
import { holdUntil } from '../domain/hold.ts';

/** When what this actor pulls now must be erased from the phone, epoch ms, by the area's setting in force. */
export async function holdOf(tx: AreaTx, actor: Actor, now: number): Promise<number> {
  const hours = settingAt(devicesSettings.hold, await loadSettings(tx), now);
  return holdUntil(actor, now, hours.value);
}
