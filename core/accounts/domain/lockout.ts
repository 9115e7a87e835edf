/** Wrong PINs in a row for one account, of one known device or of all strangers together. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: number;
  /** Epoch ms until which no PIN is looked at; null while free. */
  readonly lockedUntil: number | null;
}

/** How patient the count is. */
export interface Patience {
  /** So many wrong PINs are looked at before the first wait. */
  readonly freeTries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a try the count begins anew. */
  readonly forgivenAfterMs: number;
}

const SECOND = 1000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

/** A device that signed in to this account before: its holder mistypes. */
export const KNOWN_DEVICE: Patience = {
  freeTries: 5,
  firstWaitMs: 30 * SECOND,
  longestWaitMs: HOUR,
  forgivenAfterMs: DAY,
};

/**
 * All other devices together, whatever address they come from: 16 tries in the first day and a half, then one a day.
 * Against the million PINs of six digits that is nothing, and below the 100 of NIST SP 800-63B §5.2.2 for two months
 * of guessing. The owner's own devices count apart (OWASP, "device cookies"), and a leader's code opens new ones.
 */
export const STRANGERS: Patience = {
  freeTries: 5,
  firstWaitMs: 30 * SECOND,
  longestWaitMs: DAY,
  forgivenAfterMs: 7 * DAY,
};

export type Try =
  | { readonly allowed: true; readonly next: Attempts }
  | { readonly allowed: false; readonly waitMs: number };

/**
 * Whether a PIN may be looked at now. The try is counted before the PIN is checked and taken back when it was right,
 * so that many tries at once count as many. From the last free try on each doubles the wait.
 */
export function tryNow(before: Attempts | null, now: number, patience: Patience): Try {
  const current = before && now - before.lastAt < patience.forgivenAfterMs ? before : null;
  if (current?.lockedUntil && current.lockedUntil > now)
    return { allowed: false, waitMs: current.lockedUntil - now };
  const failures = (current?.failures ?? 0) + 1;
  return {
    allowed: true,
    next: { failures, lastAt: now, lockedUntil: lockedUntil(failures, now, patience) },
  };
}

function lockedUntil(failures: number, now: number, patience: Patience): number | null {
  const { freeTries, firstWaitMs, longestWaitMs } = patience;
  if (failures < freeTries) return null;
  return now + Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeTries));
}
