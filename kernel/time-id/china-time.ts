/** The whole country keeps one time. `sv-SE` writes dates as ISO 8601 does. */
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `2022-04-17 08:30:00`, for sheets and papers. @param at epoch ms */
export const chinaTime = (at: number): string => format.format(at);

const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?$/;

/** Epoch ms of `2022/4/18 9:05`, `2022-04-18 09:05:30` or `2022年4月18日` in China's time; null of anything else. */
export function fromChinaTime(text: string): number | null {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  // A month 13 or a day 32 would roll over silently.
  const date = new Date(at);
  const real = date.getUTCMonth() + 1 === month && date.getUTCDate() === day && (hour ?? 0) < 24;
  return real ? at - 8 * 3_600_000 : null;
}

const SHIFT_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Whole days since 1 January 1970 in China, which keeps no summer time. @param at epoch ms */
export const chinaDay = (at: number): number => Math.floor((at + SHIFT_MS) / DAY_MS);

/** Epoch ms at which that day begins in China. @param day as `chinaDay` counts */
export const chinaDayStart = (day: number): number => day * DAY_MS - SHIFT_MS;

/** Minutes since midnight in China, 0–1439. @param at epoch ms */
export const chinaMinute = (at: number): number => Math.floor(((at + SHIFT_MS) % DAY_MS) / 60_000);
