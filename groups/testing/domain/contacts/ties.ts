import type { Tie, TieKind } from '../../contract/contact-queries.ts';
import { TIES } from '../../contract/contact-queries.ts';

/** A swab of the round, standing. */
export interface ContactSwab {
  readonly sampleId: string;
  /** The resident, or the swab of somebody unknown: who is one person on the list. */
  readonly key: string;
  readonly tubeCode: string | null;
  readonly laneId: string;
  /** Epoch ms. */
  readonly at: number;
}

const MINUTE = 60_000;

/** Minutes from the nearest of these times to `at`, and whether it is within the limit; null when it is not. */
export function minutesAround(at: number, times: readonly number[], limit: number): number | null {
  let nearest: number | null = null;
  for (const time of times) {
    const apart = at - time;
    if (Math.abs(apart) > limit * MINUTE) continue;
    if (nearest === null || Math.abs(apart) < Math.abs(nearest)) nearest = apart;
  }
  // Away from zero: somebody 40 seconds before is told as one minute before, not as the same minute.
  return nearest === null ? null : Math.sign(nearest) * Math.ceil(Math.abs(nearest) / MINUTE);
}

/**
 * Who was at the same lane within so many minutes before or after any of the people in question. Weak: a lane's line
 * is kept apart, and its clock is the sampling phone's.
 * @returns by person, the nearest in time
 */
export function laneTies(
  swabs: readonly ContactSwab[],
  index: readonly ContactSwab[],
  limit: number,
): ReadonlyMap<string, { readonly laneId: string; readonly minutes: number }> {
  const times = new Map<string, number[]>();
  for (const { laneId, at } of index) times.set(laneId, [...(times.get(laneId) ?? []), at]);
  const found = new Map<string, { laneId: string; minutes: number }>();
  for (const { key, laneId, at } of swabs) {
    const minutes = minutesAround(at, times.get(laneId) ?? [], limit);
    const known = found.get(key);
    if (minutes === null || (known && Math.abs(known.minutes) <= Math.abs(minutes))) continue;
    found.set(key, { laneId, minutes });
  }
  return found;
}

/** 0 for the strongest tie; behind all of them for nobody's. */
export const strengthOf = (ties: readonly Pick<Tie, 'kind'>[]): number =>
  Math.min(TIES.length, ...ties.map(({ kind }) => TIES.indexOf(kind satisfies TieKind)));
