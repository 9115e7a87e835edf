import { dateFormat } from './date-format.ts';
import type { Language } from './language.ts';

/** Day and minute, short; the year only when it is another one. @param ms epoch ms, shown in the reader's own zone */
export function whenText(ms: number, language: Language, now: number = Date.now()): string {
  const date = new Date(ms);
  const today = new Date(now);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  if (date.toDateString() === today.toDateString()) return dateFormat(language, time).format(date);
  const year = date.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return dateFormat(language, { ...year, month: 'short', day: 'numeric', ...time }).format(date);
}

/** `2022-04-06T08:00` in the reader's zone: what `<input type="datetime-local">` takes. */
export function toLocalInput(ms: number): string {
  const d = new Date(ms);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** Epoch ms of what such an input gives; null while it is empty or half typed. */
export function fromLocalInput(text: string): number | null {
  const ms = new Date(text).getTime();
  return Number.isNaN(ms) ? null : ms;
}
