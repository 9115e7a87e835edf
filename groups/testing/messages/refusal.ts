import { defineText, type Translate } from '#kernel/ui/text.ts';
import type { Refusal } from '../contract/refusal-rows.ts';
import en from './refusal.en.ts';
import zh from './refusal.zh-CN.ts';

/** Why somebody was not sampled, in the words of the phone, the console and the sheets. */
export const refusalText = defineText({ 'zh-CN': zh, en });

export type RefusalReasonKey = Extract<keyof typeof zh, `reason.${string}`>;

/** `拒检：身体不适（发烧）` */
export function refusalLine(
  t: Translate<typeof zh>,
  said: Pick<Refusal, 'kind' | 'reason' | 'note'>,
): string {
  const reason = t(`reason.${said.kind}.${said.reason}` as RefusalReasonKey);
  const line = t(`line.${said.kind}`, { reason });
  return said.note === '' ? line : t('line.with-note', { line, note: said.note });
}
