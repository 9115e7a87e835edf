import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempts, countTry, MOST_TRIES, NO_ATTEMPTS, served, triesLeft } from './attempts.ts';

/** All waits between ten wrong PINs, in minutes. */
function waits(): number[] {
  const found: number[] = [];
  let now: Attempts | null = NO_ATTEMPTS;
  while (now) {
    found.push(now.waitMs / 60_000);
    now = countTry(served(now, Number.MAX_SAFE_INTEGER));
  }
  return found;
}

describe('wrong PINs', () => {
  it('cost nothing at first and half an hour by the tenth', () => {
    const all = waits();
    expect(all).toHaveLength(MOST_TRIES + 1);
    expect(all.slice(0, 3)).toEqual([0, 0, 0]);
    expect([...all].sort((a, b) => a - b)).toEqual(all);
    expect(all.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(30);
  });

  it('cannot be tried while a wait is not served, nor after the last', () => {
    expect(countTry({ tries: 3, waitMs: 1 })).toBeNull();
    expect(countTry({ tries: MOST_TRIES, waitMs: 0 })).toBeNull();
    expect(triesLeft({ tries: 9, waitMs: 0 })).toBe(1);
    expect(triesLeft({ tries: 12, waitMs: 0 })).toBe(0);
  });

  it('are waited for in full, in whatever pieces; time that runs backwards serves nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600_000 }),
        fc.array(fc.integer({ min: -9_000, max: 9_000 })),
        (ms, parts) => {
          const end = parts.reduce<Attempts>(served, { tries: 3, waitMs: ms });
          const sum = parts.reduce((all, part) => all + Math.max(0, part), 0);
          expect(end.waitMs).toBe(Math.max(0, ms - sum));
        },
      ),
    );
  });
});
