import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaDay } from '#kernel/time-id/china-time.ts';
import { newlyOver, nextOutingDay, outingsUsed } from './outings.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 8 a.m. in Shanghai on Monday, 18 April 2022. */
const MONDAY = Date.UTC(2022, 3, 18, 0, 0);
const quota = { times: 2, days: 7 };
const outing = (at: number, outcome: 'allowed' | 'asked' = 'allowed') => ({ id: String(at), at, outcome });

describe('outings of a household', () => {
  it('are counted by the day: out on Monday evening, again from Monday morning on', () => {
    const used = [outing(MONDAY + 10 * HOUR), outing(MONDAY + 2 * DAY)];
    expect(outingsUsed(used, quota, MONDAY + 7 * DAY - 9 * HOUR)).toBe(2);
    expect(outingsUsed(used, quota, MONDAY + 7 * DAY - 7 * HOUR)).toBe(1);
    expect(nextOutingDay(used, quota, MONDAY + 3 * DAY)).toBe(chinaDay(MONDAY) + 7);
  });

  it('that the leader agreed to are over nothing, but count for those that follow', () => {
    const before = [outing(MONDAY), outing(MONDAY + HOUR)];
    expect(newlyOver(before, outing(MONDAY + 2 * HOUR, 'asked'), quota)).toEqual([]);
    const after = [...before, outing(MONDAY + 2 * HOUR, 'asked')];
    expect(newlyOver(after, outing(MONDAY + 3 * HOUR), quota)).toHaveLength(1);
  });

  it('over the quota are each found once, whichever gate syncs first', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 20 * 24 }), { minLength: 1, maxLength: 10 });
    const rules = fc.record({ times: fc.integer({ min: 1, max: 4 }), days: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(times, rules, fc.infiniteStream(fc.nat()), (hours, rule, chance) => {
        const all = hours.map((hour) => outing(MONDAY + hour * HOUR, hour % 5 === 0 ? 'asked' : 'allowed'));
        const shuffled = all
          .map((one) => ({ one, rank: chance.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const found = (order: typeof all) =>
          order.flatMap((one, i) => newlyOver(order.slice(0, i), one, rule).map(({ id }) => id)).sort();
        const inTime = [...all].sort((a, b) => a.at - b.at);
        const wanted = all
          .filter((one) => one.outcome === 'allowed' && outingsUsed(all, rule, one.at) > rule.times)
          .map(({ id }) => id)
          .sort();
        expect(found(inTime)).toEqual(wanted);
        expect(found(shuffled)).toEqual(wanted);
      }),
    );
  });
});
