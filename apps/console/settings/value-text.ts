import type { SettingView } from '#kernel/settings/contract.ts';
import type { Language } from '#kernel/ui/language.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type zh from './messages/zh-CN.ts';

/** A value as it is read: a part of a rule is on or off, a way of doing has its words, everything else is a number. */
export function valueText(
  { unit, allowed, choices }: Pick<SettingView, 'unit' | 'allowed' | 'choices'>,
  value: number,
  t: Translate<typeof zh>,
  language: Language,
): string | number {
  if (unit === 'yes-no') return t(value === 1 ? 'yes-no.1' : 'yes-no.0');
  return choices?.[allowed?.indexOf(value) ?? -1]?.[language] ?? value;
}
