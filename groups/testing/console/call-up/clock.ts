import { chinaTime, fromChinaTime } from '#kernel/time-id/china-time.ts';

/** `08:30` in China's time. @param at epoch ms */
export const clock = (at: number): string => chinaTime(at).slice(11, 16);

/** That time on the day of `day`; null while it is half typed. @param day epoch ms */
export const atClock = (day: number, text: string): number | null =>
  fromChinaTime(`${chinaTime(day).slice(0, 10)} ${text}`);
