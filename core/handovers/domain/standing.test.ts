import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, noteIsLate, pointIsLate, takenOverBy } from './standing.ts';

const MINUTE = 60_000;
const reading = (by: string, at: number) => ({ id: `${by}${at}`, by, at });
const deed = (what: 'done' | 'reopened', at: number) => ({ id: `${what}${at}`, what, at });

describe('taking a note over', () => {
  it('is done by another hand than its author’s, the first that did', () => {
    expect(takenOverBy({ by: 'wang' }, [])).toBeNull();
    expect(takenOverBy({ by: 'wang' }, [reading('wang', 1)])).toBeNull();
    const readings = [reading('li', 5), reading('zhao', 3), reading('wang', 1)];
    expect(takenOverBy({ by: 'wang' }, readings)?.by).toBe('zhao');
  });

  it('is late after its time, and never once somebody has', () => {
    const note = { by: 'wang', at: 0 };
    expect(noteIsLate(note, [], 60, 60 * MINUTE)).toBe(false);
    expect(noteIsLate(note, [], 60, 61 * MINUTE)).toBe(true);
    expect(noteIsLate(note, [reading('li', 90 * MINUTE)], 60, 100 * MINUTE)).toBe(false);
  });
});

describe('an open point', () => {
  it('is open until it is done, and again when it is opened anew: the latest by its own time counts', () => {
    expect(isOpen([])).toBe(true);
    expect(isOpen([deed('done', 2)])).toBe(false);
    expect(isOpen([deed('reopened', 3), deed('done', 2)])).toBe(true);
    expect(isOpen([deed('done', 4), deed('reopened', 3), deed('done', 2)])).toBe(false);
  });

  it('is late after its own time, else after the setting’s', () => {
    const point = { at: 0, dueAt: null };
    expect(pointIsLate(point, [], 24, 24 * 60 * MINUTE)).toBe(false);
    expect(pointIsLate(point, [], 24, 25 * 60 * MINUTE)).toBe(true);
    expect(pointIsLate({ ...point, dueAt: MINUTE }, [], 24, 2 * MINUTE)).toBe(true);
    expect(pointIsLate({ ...point, dueAt: MINUTE }, [deed('done', 1)], 24, 2 * MINUTE)).toBe(false);
  });

  it('comes out alike whichever phone synced first', () => {
    const deeds = fc.array(
      fc.record({ what: fc.constantFrom('done' as const, 'reopened' as const), at: fc.nat(50) }),
    );
    fc.assert(
      fc.property(deeds, fc.infiniteStream(fc.nat()), (made, order) => {
        const all = made.map((one, n) => ({ ...one, id: String(n).padStart(4, '0') }));
        const shuffled = all
          .map((one) => ({ one, key: order.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(isOpen(shuffled)).toBe(isOpen(all));
      }),
    );
  });
});
