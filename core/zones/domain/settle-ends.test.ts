import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZONE_STATUSES } from '../contract/rows.ts';
import { declaredRow } from '../testing/rows.ts';
import { settleEnds } from './settle-ends.ts';
import type { StatusRow } from './state.ts';
import { statusAt } from './status-at.ts';

const settled = (rows: readonly StatusRow[]): readonly StatusRow[] => {
  const changed = new Map(settleEnds(rows).map((row) => [row.id, row]));
  return rows.map((row) => changed.get(row.id) ?? row);
};
const ends = (rows: readonly StatusRow[]) => settled(rows).map(({ until }) => until);

describe('when a declaration really ends', () => {
  it('is when the next one of its place begins, if that one is open', () => {
    const rows = [declaredRow('b3', 'lockdown'), declaredRow('b3', 'control', { from: 7 })];
    expect(ends(rows)).toEqual([7, null]);
  });

  it('is not before its own end where the next one lies over it for a time', () => {
    const rows = [declaredRow('b3', 'control'), declaredRow('b3', 'lockdown', { from: 3, until: 5 })];
    expect(ends(rows)).toEqual([null, 5]);
  });

  it('lifted, the place does not fall back to what it had before', () => {
    const rows = settled([
      declaredRow('b3', 'lockdown'),
      declaredRow('b3', 'precaution', { from: 7, endedAt: 9 }),
    ]);
    expect(statusAt(rows, ['b3'], 9).status).toBe('normal');
  });

  it('taken back, what it replaced holds again as long as it would have', () => {
    const first = declaredRow('b3', 'lockdown', { plannedUntil: 20, until: 20 });
    const second = declaredRow('b3', 'control', { from: 7 });
    expect(ends([first, second])).toEqual([7, null]);
    expect(
      ends([
        { ...first, until: 7 },
        { ...second, withdrawnAt: 9 },
      ]),
    ).toEqual([20, 7]);
  });

  it('ended before it began it replaces nothing', () => {
    const rows = [declaredRow('b3', 'lockdown'), declaredRow('b3', 'control', { from: 7, endedAt: 7 })];
    expect(ends(rows)).toEqual([null, 7]);
  });

  it('depends on no order, is settled once for all, and taking back leaves no trace', () => {
    const row = fc
      .record({
        from: fc.nat(20),
        until: fc.option(fc.integer({ min: 21, max: 40 })),
        status: fc.constantFrom(...ZONE_STATUSES),
        endedAt: fc.option(fc.nat(40)),
        withdrawnAt: fc.option(fc.nat(40)),
        id: fc.uuid(),
      })
      .map(({ status, ...change }) => declaredRow('b3', status, change));
    fc.assert(
      fc.property(fc.array(row), row, fc.nat(40), (rows, extra, at) => {
        const once = settled(rows);
        expect(settleEnds(once)).toEqual([]);
        const turned = new Map(settled([...rows].reverse()).map(({ id, until }) => [id, until]));
        for (const { id, until } of once) expect(turned.get(id)).toBe(until);
        const withIt = settled([...once, extra]);
        const takenBack = settled(
          withIt.map((one) => (one.id === extra.id ? { ...one, withdrawnAt: 0 } : one)),
        );
        expect(statusAt(takenBack, ['b3'], at).status).toBe(statusAt(once, ['b3'], at).status);
      }),
    );
  });
});
