import { isInside, type Visit } from '../../contract/visit-rows.ts';
import type { Outing } from './who-is-out.ts';

const MINUTE = 60_000;

/** Visits over their time, the longest over first. @param at epoch ms */
export const overdueVisits = (visits: Iterable<Visit>, at: number): Visit[] =>
  [...visits]
    .filter((visit) => isInside(visit) && visit.expectedUntil < at)
    .sort((a, b) => a.expectedUntil - b.expectedUntil);

/** Residents out longer than is usual, the longest first. @param longest minutes, a setting; @param at epoch ms */
export const overdueOutings = (outings: Iterable<Outing>, longest: number, at: number): Outing[] =>
  [...outings].filter(({ since }) => since + longest * MINUTE < at).sort((a, b) => a.since - b.since);
