import type { Translate } from '#kernel/ui/text.ts';
import type { VisitWords } from './visit-words.ts';

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** How long: `25分钟`, `3小时5分`, `2天`. @param ms a span */
export function spanText(t: Translate<VisitWords>, ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE));
  if (minutes < HOUR) return t('late.minutes', { count: minutes });
  if (minutes >= 2 * DAY) return t('late.days', { count: Math.floor(minutes / DAY) });
  return t('late.hours', { hours: Math.floor(minutes / HOUR), minutes: minutes % HOUR });
}
