/**
 * Wrong PINs. A try is counted before it is judged, so that a page killed in between has still used it, and the count
 * is on the disk. What is left of a wait is kept as a length and served only while the page is open, so that neither
 * a reload nor another clock shortens it.
 */
export interface Attempts {
  /** Tries since the last right PIN. */
  readonly tries: number;
  /** What is still to be waited before the next try, ms. */
  readonly waitMs: number;
}

export const NO_ATTEMPTS: Attempts = { tries: 0, waitMs: 0 };

/**
 * After this many the secret is destroyed and the phone asks for the network. NIST SP 800-63B-4 §3.2.2 allows up to
 * 100 for an online check; ten of a million PINs is what phones themselves grant (iOS, "Erase Data").
 */
export const MOST_TRIES = 10;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Waits after the third, fourth … wrong PIN: slips cost nothing, guessing costs half an hour for ten tries. */
const WAITS = [10 * SECOND, 30 * SECOND, MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE, 10 * MINUTE];
const FREE = 2;

/** Null where no try is allowed: wait first, or ask the network. */
export function countTry(before: Attempts): Attempts | null {
  if (before.waitMs > 0 || before.tries >= MOST_TRIES) return null;
  const tries = before.tries + 1;
  return { tries, waitMs: tries > FREE ? (WAITS[tries - FREE - 1] ?? 10 * MINUTE) : 0 };
}

export function served(before: Attempts, ms: number): Attempts {
  return { ...before, waitMs: Math.max(0, before.waitMs - Math.max(0, ms)) };
}

export const triesLeft = (attempts: Attempts): number => Math.max(0, MOST_TRIES - attempts.tries);
