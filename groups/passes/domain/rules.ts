import type { ZoneStatus } from '#core/zones/contract.ts';
import { type SettingDefinition, type SettingValue, settingAt } from '#kernel/settings/setting.ts';
import { settings } from '../contract/settings.ts';

/** The area's numbers for judging passes, in force at a time. */
export interface PassRules {
  readonly shownSeconds: number;
  /** Statuses in which the passes of those who live there rest. */
  readonly suspendingStatuses: readonly ZoneStatus[];
}

/** @param at epoch ms */
export function passRulesAt(values: readonly SettingValue[], at: number): PassRules {
  const value = (definition: SettingDefinition) => settingAt(definition, values, at).value;
  const suspendingStatuses: ZoneStatus[] = [];
  if (value(settings.suspendLockdown) === 1) suspendingStatuses.push('lockdown');
  if (value(settings.suspendControl) === 1) suspendingStatuses.push('control');
  if (value(settings.suspendPrecaution) === 1) suspendingStatuses.push('precaution');
  return { shownSeconds: value(settings.shownSeconds), suspendingStatuses };
}
