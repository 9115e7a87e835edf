import { type Problem, problem } from '../problem/problem.ts';
import { EARLIEST } from '../time-id/instant.ts';
import { commandProblems } from './problems.ts';

/** A phone a little ahead is ordinary: its claimed time is pulled back to the receipt. */
export const FUTURE_TOLERANCE_MS = 2 * 60_000;
/** A day offline is ordinary, a week is possible; older work is applied and shown to someone. */
export const OLD_AFTER_MS = 7 * 24 * 3_600_000;

export interface CorrectedTime {
  /** The time to judge by, epoch ms, never after the receipt. */
  readonly at: number;
  readonly doubt: Problem | null;
}

/**
 * Authority is judged at the corrected time: claimed by the author's clock, plus the offset last measured between
 * the server's clock and the device's, never later than the receipt.
 * @param clockOffset server minus device, ms; null when never measured
 */
export function correctTime(
  claimedAt: number,
  clockOffset: number | null,
  receivedAt: number,
): CorrectedTime {
  const claimed = claimedAt + (clockOffset ?? 0);
  if (claimed > receivedAt + FUTURE_TOLERANCE_MS) {
    const aheadMinutes = Math.round((claimed - receivedAt) / 60_000);
    return { at: receivedAt, doubt: problem(commandProblems['from-the-future'], { aheadMinutes }) };
  }
  if (claimed < receivedAt - OLD_AFTER_MS) {
    const days = Math.round((receivedAt - claimed) / 86_400_000);
    return { at: Math.max(claimed, EARLIEST), doubt: problem(commandProblems['long-ago'], { days }) };
  }
  return { at: Math.min(claimed, receivedAt), doubt: null };
}
