import type { ZoneStatus } from '#core/zones/contract.ts';
import type { Translate } from '#kernel/ui/text.ts';
import type { GateAnswer } from '../../domain/decision/attempt.ts';
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
    return t('why.hours', { from: clock(details.from), until: clock(details.until) });
  }
  if (rule === 'visit' || rule === 'visit-zone') {
    return t('answer.because', { place, status: statusWord(status) });
  }
  return t('why.other');
}

/** `23:00`. @param minute of the day */
const clock = (minute: string | number | undefined): string => {
  const at = Number(minute ?? 0);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};
