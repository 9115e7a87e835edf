import { describe, expect, it } from 'vitest';
import { waitsUntil } from './waiting.ts';

const MINUTE = 60_000;
const rules = { passMark: 80, tries: 3, wait: 10 };
const failed = (...minutes: number[]) =>
  minutes.map((minute) => ({ at: minute * MINUTE, passed: false, counts: true }));

describe('the wait between tries', () => {
  it('comes after every third failed sitting, and ends by itself', () => {
    expect(waitsUntil(failed(0, 1), rules, 2 * MINUTE)).toBeNull();
    expect(waitsUntil(failed(0, 1, 2), rules, 3 * MINUTE)).toBe(12 * MINUTE);
    expect(waitsUntil(failed(0, 1, 2), rules, 12 * MINUTE)).toBeNull();
    expect(waitsUntil(failed(0, 1, 2, 13), rules, 14 * MINUTE)).toBeNull();
    expect(waitsUntil(failed(0, 1, 2, 13, 14, 15), rules, 16 * MINUTE)).toBe(25 * MINUTE);
  });

  it('is not made longer by a sitting that did not count', () => {
    const early = { at: 5 * MINUTE, passed: false, counts: false };
    expect(waitsUntil([...failed(0, 1, 2), early], rules, 6 * MINUTE)).toBe(12 * MINUTE);
  });

  it('is not asked where the setting says none', () => {
    expect(waitsUntil(failed(0, 1, 2), { ...rules, wait: 0 }, 3 * MINUTE)).toBeNull();
  });
});
