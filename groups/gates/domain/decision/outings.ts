import { chinaDay } from '#kernel/time-id/china-time.ts';
import type { Passage } from '../../contract/rows.ts';

export interface Quota {
  /** Outings of a household … */
  readonly times: number;
  /** … in so many days, today being one of them. */
  readonly days: number;
}

type Outing = Pick<Passage, 'id' | 'at' | 'outcome'>;

const isBefore = (a: Pick<Outing, 'id' | 'at'>, b: Pick<Outing, 'id' | 'at'>): boolean =>
  a.at < b.at || (a.at === b.at && a.id < b.id);

/**
 * A household's outings that fall on the day or the days before it that the quota looks at, and not after the time.
 * People count in days: whoever went out on Monday may go again on the Monday after, at any hour.
 */
export const outingsUsed = (outings: readonly Outing[], { days }: Quota, at: number): number =>
  outings.filter((one) => one.at <= at && chinaDay(one.at) > chinaDay(at) - days).length;

/** The day (`chinaDay`) on which the household may go out next when its outings are used up at that time. */
export function nextOutingDay(outings: readonly Outing[], { times, days }: Quota, at: number): number {
  const used = outings
    .filter((one) => one.at <= at && chinaDay(one.at) > chinaDay(at) - days)
    .map((one) => chinaDay(one.at))
    .sort((a, b) => b - a);
  return (used[times - 1] ?? chinaDay(at) - days) + days;
}

/**
 * The outings that are over the quota because this one is there: itself, or later ones that were within it before.
 * Gates sync in any order; whichever of the passages comes last brings the contradiction to light, once. One that the
 * leader agreed to is over nothing.
 * @param outings all of the household, without `added`
 */
export function newlyOver(outings: readonly Outing[], added: Outing, { times, days }: Quota): Outing[] {
  const all = [...outings, added];
  const count = (of: readonly Outing[], last: Outing): number =>
    of.filter((one) => !isBefore(last, one) && chinaDay(one.at) > chinaDay(last.at) - days).length;
  return all.filter(
    (one) =>
      one.outcome === 'allowed' &&
      count(all, one) > times &&
      (one.id === added.id || count(outings, one) <= times),
  );
}
