/** An hour of the day by this machine's clock. */
export interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
}

/** After a start the house has other things to do; what was missed while it was off is made up for after that. */
export const SOON_MS = 10 * 60_000;

/** `03:30`; null where it is no time of day. */
export function timeOfDay(text: string): TimeOfDay | null {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hour && Number(hour) < 24 && Number(minute) < 60
    ? { hour: Number(hour), minute: Number(minute) }
    : null;
}

/** The next such time, epoch ms. @param now epoch ms */
export function nextNight(now: number, { hour, minute }: TimeOfDay): number {
  const night = new Date(now);
  night.setHours(hour, minute, 0, 0);
  // By the calendar: a day may have 23 hours.
  if (night.getTime() <= now) night.setDate(night.getDate() + 1);
  return night.getTime();
}

/** When the first backup after a start is due, epoch ms. @param last when the last was made, null for never */
export function firstDue(now: number, last: number | null, at: TimeOfDay): number {
  const night = nextNight(now, at);
  const before = new Date(night);
  before.setDate(before.getDate() - 1);
  return last !== null && last >= before.getTime() ? night : Math.min(now + SOON_MS, night);
}

const NAME = /^concerto-\d{8}-\d{4}\.age$/;

/** `concerto-20220404-0330.age`: names sort as their times do. */
export function nightlyName(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `concerto-${day}-${two(at.getHours())}${two(at.getMinutes())}.age`;
}

export const isNightly = (name: string): boolean => NAME.test(name);

/** Of a folder's names those of nightly backups beyond the newest; what else lies there is nobody's business. */
export const namesToDrop = (names: readonly string[], keep: number): string[] =>
  names.filter(isNightly).sort().slice(0, -keep);

/** What backups that were killed left behind. */
export const halves = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith('.part') && isNightly(name.slice(0, -'.part'.length)));
