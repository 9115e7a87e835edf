import type { AreaTx } from '#kernel/db/area-tx.ts';
import { loadSettings } from '#kernel/settings/server/store.ts';
import { settingAt } from '#kernel/settings/setting.ts';
import { zonesSettings } from '../contract/settings.ts';
import type { StepRule } from '../domain/next-step.ts';

/** @param at epoch ms */
export async function ruleAt(tx: AreaTx, at: number): Promise<StepRule> {
  const values = await loadSettings(tx);
  const value = (name: keyof typeof zonesSettings) => settingAt(zonesSettings[name], values, at).value;
  return {
    lockdownDays: value('lockdownDays'),
    controlDays: value('controlDays'),
    controlAfterLockdownDays: value('controlAfterLockdownDays'),
    precautionDays: value('precautionDays'),
    countFromPositive: value('countFromPositive') === 1,
    positiveSealsBuilding: value('positiveSealsBuilding') === 1,
    positiveDays: value('positiveDays'),
  };
}
