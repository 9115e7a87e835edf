import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANE_DIRECTIONS, type LaneDirection } from '../../contract/rows.ts';
import { queueOf } from './queue.ts';

const pace = (...directions: LaneDirection[]) => ({ directions, secondsAPerson: 10, warnPercent: 80 });

describe('the lanes of a gate', () => {
  it('are calm, close to full, full', () => {
    const five = (people: number) => queueOf({ in: people, out: 0, minutes: 5 }, pace('both'));
    expect(five(15)).toEqual({ perMinute: 3, capacity: 6, percent: 50, state: 'calm' });
    expect(five(24)).toMatchObject({ percent: 80, state: 'close' });
    expect(five(30)).toMatchObject({ percent: 100, state: 'full' });
    expect(five(0)).toMatchObject({ percent: 0, state: 'calm' });
  });

  it('are full one way while the other way stands empty', () => {
    expect(queueOf({ in: 0, out: 6, minutes: 1 }, pace('in', 'in', 'out'))).toMatchObject({ state: 'full' });
    expect(queueOf({ in: 6, out: 0, minutes: 1 }, pace('in', 'in', 'out'))).toMatchObject({ percent: 50 });
  });

  it('say nothing where no lane leads the way people came', () => {
    expect(queueOf({ in: 1, out: 0, minutes: 5 }, pace('out'))).toBeNull();
    expect(queueOf({ in: 0, out: 0, minutes: 5 }, pace())).toBeNull();
  });

  it('manage everybody as long as not all of their time is used, however it is shared out', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(40),
        fc.array(fc.constantFrom(...LANE_DIRECTIONS), { maxLength: 6 }),
        (comeIn, goOut, lanes) => {
          const queue = queueOf({ in: comeIn, out: goOut, minutes: 1 }, pace(...lanes));
          fc.pre(queue !== null);
          expect((queue?.percent ?? 0) <= 100).toBe(fits(comeIn, goOut, lanes));
        },
      ),
    );
  });
});

/** Everybody is put to a lane of their own way first, the rest to the lanes for both; six people a lane. */
function fits(comeIn: number, goOut: number, lanes: readonly LaneDirection[]): boolean {
  const count = (direction: LaneDirection) => 6 * lanes.filter((lane) => lane === direction).length;
  const left = Math.max(0, comeIn - count('in')) + Math.max(0, goOut - count('out'));
  return left <= count('both');
}
