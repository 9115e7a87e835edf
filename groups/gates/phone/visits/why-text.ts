import type { ZoneStatus } from '#core/zones/contract.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type { GateAnswer } from '../../domain/decision/attempt.ts';
import { minuteText } from '../../messages/minute-text.ts';
import type zh from '../../messages/visits.zh-CN.ts';

/** `3号：封控`: why they may come in or not, in plain words. @param place where they go; @param status in words */
export function whyText(
  t: Translate<typeof zh>,
  { rule, details }: GateAnswer,
  place: string,
  statusWord: (status: ZoneStatus) => string,
  status: ZoneStatus,
): string {
  if (rule === 'gate-closed' || rule === 'lane') return t(`why.${rule}`);
  if (rule === 'hours') {
    return t('why.hours', {
      from: minuteText(Number(details.from)),
      until: minuteText(Number(details.until)),
    });
  }
  if (rule === 'visit' || rule === 'visit-zone') {
    return t('answer.because', { place, status: statusWord(status) });
  }
  return t('why.other');
}
