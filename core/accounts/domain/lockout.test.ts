import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempts, KNOWN_DEVICE, type Patience, STRANGERS, tryNow } from './lockout.ts';

const DAY = 86_400_000;

/** Somebody who tries again the moment it is allowed. @returns the waits in seconds, and how many PINs were looked at */
function guess(patience: Patience, days: number): { waits: number[]; looked: number } {
  let attempts: Attempts | null = null;
  let now = 1_000_000;
  const end = now + days * DAY;
  const waits: number[] = [];
  let looked = 0;
  while (now < end) {
    const verdict = tryNow(attempts, now, patience);
    if (verdict.allowed) {
      attempts = verdict.next;
      looked += 1;
    } else {
      waits.push(verdict.waitMs / 1000);
      now += verdict.waitMs;
    }
  }
  return { waits, looked };
}

describe('lockout', () => {
  it('looks at five PINs freely, then doubles the wait: to an hour on a known device', () => {
    const { waits } = guess(KNOWN_DEVICE, 1);
    expect(waits.slice(0, 8)).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600]);
    expect(Math.max(...waits)).toBe(3600);
  });

  it('lets strangers try 17 PINs in two days, and 45 in a month', () => {
    expect(guess(STRANGERS, 2).looked).toBe(17);
    expect(guess(STRANGERS, 30).looked).toBe(45);
  });

  it('forgives a known device after a day of rest, strangers after a week', () => {
    const worn = { failures: 9, lastAt: 0, lockedUntil: null };
    const countAfter = (ms: number, patience: Patience) => {
      const verdict = tryNow(worn, ms, patience);
      return verdict.allowed ? verdict.next.failures : null;
    };
    expect(countAfter(DAY, KNOWN_DEVICE)).toBe(1);
    expect(countAfter(DAY, STRANGERS)).toBe(10);
    expect(countAfter(7 * DAY, STRANGERS)).toBe(1);
  });

  it.each([
    ['a known device', KNOWN_DEVICE, 5 + 7 + 24],
    ['strangers', STRANGERS, 5 + 11],
  ])('lets at most so many tries of %s through in a day, whatever their times', (_who, patience, most) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: DAY - 400_000 }), { maxLength: 300 }), (times) => {
        let attempts: Attempts | null = null;
        let letThrough = 0;
        for (const at of times.sort((a, b) => a - b)) {
          const verdict = tryNow(attempts, at, patience);
          if (!verdict.allowed) continue;
          letThrough += 1;
          attempts = verdict.next;
        }
        expect(letThrough).toBeLessThanOrEqual(most);
      }),
    );
  });
});
