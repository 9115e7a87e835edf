import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ContactSwab, laneTies, minutesAround, strengthOf } from './ties.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2022, 3, 17, 4);
const swab = (key: string, minutes: number, laneId = 'lane-1'): ContactSwab => ({
  sampleId: `s-${key}-${minutes}`,
  key,
  tubeCode: 'A1',
  laneId,
  at: NOON + minutes * MINUTE,
});

describe('minutes around', () => {
  test('say before and after, and nothing beyond the limit', () => {
    expect(minutesAround(NOON + 3 * MINUTE, [NOON], 10)).toBe(3);
    expect(minutesAround(NOON - 3 * MINUTE, [NOON], 10)).toBe(-3);
    expect(minutesAround(NOON + 11 * MINUTE, [NOON], 10)).toBeNull();
    expect(minutesAround(NOON + 10 * MINUTE, [NOON], 10)).toBe(10);
    expect(minutesAround(NOON, [], 10)).toBeNull();
  });

  test('of less than a minute are told as one, of none as none', () => {
    expect(minutesAround(NOON + 20_000, [NOON], 10)).toBe(1);
    expect(minutesAround(NOON - 20_000, [NOON], 10)).toBe(-1);
    expect(minutesAround(NOON, [NOON], 10)).toBe(0);
  });

  test('are those to the nearest', () => {
    expect(minutesAround(NOON, [NOON - 8 * MINUTE, NOON + 2 * MINUTE], 10)).toBe(-2);
  });
});

describe('the same lane', () => {
  test('ties whoever was there within the minutes, and nobody of another lane', () => {
    const positive = swab('p', 0);
    const ties = laneTies(
      [positive, swab('before', -4), swab('after', 9), swab('late', 12), swab('elsewhere', 1, 'lane-2')],
      [positive],
      10,
    );
    expect([...ties.keys()]).toEqual(['p', 'before', 'after']);
    expect(ties.get('before')?.minutes).toBe(-4);
  });

  test('of somebody sampled twice counts the nearer time', () => {
    const positive = swab('p', 0);
    const ties = laneTies([swab('twice', 8), swab('twice', 2)], [positive], 10);
    expect(ties.get('twice')?.minutes).toBe(2);
  });

  test('never tells a time beyond the limit, whatever the day', () => {
    const times = fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 30 });
    fc.assert(
      fc.property(times, times, fc.integer({ min: 1, max: 60 }), (others, index, limit) => {
        const ties = laneTies(
          others.map((minutes, i) => swab(`o${i}`, minutes)),
          index.map((minutes, i) => swab(`p${i}`, minutes)),
          limit,
        );
        for (const [i, minutes] of others.entries()) {
          const apart = Math.min(...index.map((one) => Math.abs(minutes - one)));
          expect(ties.has(`o${i}`)).toBe(apart <= limit);
          if (apart <= limit) expect(Math.abs(ties.get(`o${i}`)?.minutes ?? Number.NaN)).toBe(apart);
        }
      }),
    );
  });
});

test('the strongest tie ranks: the tube before the dwelling before the lane', () => {
  expect(strengthOf([{ kind: 'lane' }, { kind: 'tube' }])).toBe(0);
  expect(strengthOf([{ kind: 'lane' }, { kind: 'dwelling' }])).toBe(1);
  expect(strengthOf([{ kind: 'lane' }])).toBe(3);
  expect(strengthOf([])).toBe(4);
});
