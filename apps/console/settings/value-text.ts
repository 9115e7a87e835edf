import type { SettingUnit } from '#kernel/settings/setting.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type zh from './messages/zh-CN.ts';

/** A value as it is read: a part of a rule is on or off, everything else is a number. */
export function valueText(unit: SettingUnit, value: number, t: Translate<typeof zh>): string | number {
  return unit === 'yes-no' ? t(value === 1 ? 'yes-no.1' : 'yes-no.0') : value;
}
