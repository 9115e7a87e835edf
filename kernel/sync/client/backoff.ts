const FIRST = 1000;
const LONGEST = 60_000;

/**
 * How long to wait before the next try: doubles with each failure, anywhere in its upper half, so that 500 phones
 * whose gateway came back do not knock together.
 * @param failures tries that failed in a row, from 1
 * @param random [0, 1)
 * @param askedMs what the server asked to wait at least
 * @returns ms
 */
export function backoff(failures: number, random: number, askedMs: number | null = null): number {
  const step = Math.min(LONGEST, FIRST * 2 ** Math.min(failures - 1, 16));
  return Math.round(Math.max(askedMs ?? 0, step / 2 + (random * step) / 2));
}
