/** Wrong PINs in a row for one phone. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: number;
  /** Epoch ms until which no PIN is looked at; null while free. */
  readonly lockedUntil: number | null;
}

export const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** After a day without a try the count begins anew. */
const FORGIVEN_AFTER_MS = 24 * 3_600_000;

export type Try =
  | { readonly allowed: true; readonly next: Attempts }
  | { readonly allowed: false; readonly waitMs: number };

/**
 * Whether a PIN may be looked at now. The try is counted before the PIN is checked and taken back when it was right,
 * so that many tries at once count as many. From the fifth on each doubles the wait: 30 s, 1 min … 1 h.
 */
export function tryNow(before: Attempts | null, now: number): Try {
  const current = before && now - before.lastAt < FORGIVEN_AFTER_MS ? before : null;
  if (current?.lockedUntil && current.lockedUntil > now)
    return { allowed: false, waitMs: current.lockedUntil - now };
  const failures = (current?.failures ?? 0) + 1;
  return { allowed: true, next: { failures, lastAt: now, lockedUntil: lockedUntil(failures, now) } };
}

function lockedUntil(failures: number, now: number): number | null {
  if (failures < FREE_TRIES) return null;
  return now + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE_TRIES));
}
