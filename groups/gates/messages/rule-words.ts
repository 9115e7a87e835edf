// Why a pass is not good is said in the words of passes.
import '#groups/passes/messages/gate.ts';
import type { ZoneStatus } from '#core/zones/contract.ts';
import { dateFormat } from '#kernel/ui/date-format.ts';
import type { Language } from '#kernel/ui/language.ts';
import { problemText, translator } from '#kernel/ui/text.ts';
import type { GateAnswer } from '../domain/decision/attempt.ts';
import { minuteText } from './minute-text.ts';
import { phoneText } from './phone.ts';
import { problemsText } from './problems.ts';

const day = (at: number, language: Language): string =>
  dateFormat(language, { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' }).format(at);
const dayAndTime = (at: number, language: Language): string =>
  dateFormat(language, {
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(at);

/** The rule that decided, in one plain sentence. */
export function ruleWords({ rule, details }: GateAnswer, language: Language): string {
  const t = translator(phoneText, language);
  const number = (name: string): number => Number(details[name] ?? 0);
  switch (rule) {
    case 'pass':
      return problemText({ code: String(details.why ?? ''), details }, language);
    case 'zone':
      return t(`rule.zone-${details.status as ZoneStatus}`);
    case 'lane':
      return t(details.direction === 'in' ? 'rule.lane-in' : 'rule.lane-out', { lane: String(details.lane) });
    case 'hours':
      return t('rule.hours', { from: minuteText(number('from')), until: minuteText(number('until')) });
    case 'visit-zone':
      return t('rule.visit-zone', { status: statusWord(String(details.status), language) });
    case 'missed':
      return t('rule.missed', { since: day(number('since'), language) });
    case 'night':
      return t('rule.night', { from: number('from'), until: number('until') });
    case 'someone-out':
      return t('rule.someone-out', {
        count: number('count'),
        since: dayAndTime(number('since'), language),
      });
    case 'outings-used':
      return t('rule.outings-used', { ...quotaOf(number), next: day(number('next'), language) });
    case 'within-outings':
      return t('rule.within-outings', quotaOf(number));
    default:
      return t(`rule.${rule}`);
  }
}

const quotaOf = (number: (name: string) => number) => ({
  count: number('count'),
  times: number('times'),
  days: number('days'),
});

/** 封控, 管控 … */
export const statusWord = (status: string, language: Language): string =>
  translator(problemsText, language)(`status.${status as ZoneStatus}`);
