import { chinaDay, chinaDayStart, chinaTime, fromChinaTime } from '#kernel/time-id/china-time.ts';

/** `2022-04-17` of a day as `chinaDay` counts, as `<input type="date">` takes it. */
export const dayText = (day: number): string => chinaTime(chinaDayStart(day)).slice(0, 10);

/** The day of such a text; undefined of anything else. */
export function dayOf(text: string): number | undefined {
  const at = fromChinaTime(text);
  return at === null ? undefined : chinaDay(at);
}

/** A day out of a page's address; undefined where it names none. */
export function dayOfAddress(words: string | undefined): number | undefined {
  const day = Number(words);
  return words !== undefined && Number.isInteger(day) && day > 0 ? day : undefined;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `06:30` of minutes of the day. */
export const minuteText = (minute: number): string =>
  `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

/** Minutes of the day of such a text; null of anything else. */
export function minuteOf(text: string): number | null {
  const found = /^(\d{1,2}):(\d{2})/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}
