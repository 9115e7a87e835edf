import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can } from '#kernel/access/access.ts';
import { type DutyPeriod, grantsOf } from './grants.ts';

const HOUR = 3_600_000;
const duty = (change: Partial<DutyPeriod> = {}): DutyPeriod => ({
  group: 'testing',
  from: 100 * HOUR,
  until: 106 * HOUR,
  endedAt: null,
  earlyMs: HOUR,
  graceMs: 2 * HOUR,
  ...change,
});
const rules = { sample: ['duty:testing'], lead: ['role:leader:testing'] };
const may = (grants: ReturnType<typeof grantsOf>, action: string, at: number) =>
  can(rules, { id: 'a', grants }, action, at);

describe('grants of duties', () => {
  it('hold from a little before to a little after', () => {
    const grants = grantsOf([], [duty()]);
    const at = [98.9, 99, 103, 107.9, 108].map((h) => may(grants, 'sample', h * HOUR));
    expect(at).toEqual([false, true, true, true, false]);
  });

  it('end at once when the person was taken off, before or after the planned end', () => {
    expect(may(grantsOf([], [duty({ endedAt: 102 * HOUR })]), 'sample', 102 * HOUR)).toBe(false);
    expect(may(grantsOf([], [duty({ endedAt: 200 * HOUR })]), 'sample', 109 * HOUR)).toBe(false);
    expect(grantsOf([], [duty({ endedAt: 98 * HOUR })])).toEqual([]);
  });

  it('never hold outside the duty with its margins', () => {
    const times = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(times, times, times, fc.option(times), times, (from, length, margin, endedAt, at) => {
        const d = duty({ from, until: from + length, endedAt, earlyMs: margin, graceMs: margin });
        const held = may(grantsOf([], [d]), 'sample', at);
        const within =
          at >= from - margin && at < from + length + margin && (endedAt === null || at < endedAt);
        expect(held).toBe(within);
      }),
    );
  });
});

describe('grants of standings', () => {
  it('hold for the time of the role', () => {
    const grants = grantsOf(
      [
        { role: 'volunteer', group: null, from: 0, until: 10 },
        { role: 'leader', group: 'testing', from: 10, until: null },
      ],
      [],
    );
    expect(grants).toEqual([
      { grant: 'role:volunteer', from: 0, until: 10 },
      { grant: 'role:leader:testing', from: 10, until: null },
    ]);
    expect([9, 10].map((at) => may(grants, 'lead', at))).toEqual([false, true]);
  });

  it('that never began give nothing', () => {
    expect(grantsOf([{ role: 'secretary', group: null, from: 10, until: 10 }], [])).toEqual([]);
  });
});
