import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '#kernel/time-id/random.ts';
import { erlangC, meanWaitMmc } from '../../testing/queueing.ts';
import { LaneHeap } from './lane-heap.ts';
import { lanesNeeded } from './lanes-needed.ts';
import type { DayPlan, LaneHours } from './plan.ts';
import { simulate } from './simulate.ts';

const HOUR = 3600;
const allDay: LaneHours = { from: 0, breaks: [] };
const lanes = (count: number, hours: LaneHours = allDay) => Array.from({ length: count }, () => hours);
const day = (change: Partial<DayPlan> = {}): DayPlan => ({
  slots: [{ from: 0, until: 4 * HOUR, people: 2000 }],
  lanes: lanes(5),
  ratio: 10,
  service: { kind: 'measured', seconds: [27] },
  tubeChange: 20,
  seed: 1,
  ...change,
});

describe('a rehearsed day', () => {
  it('of one person: no wait, done when the swab is', () => {
    const said = simulate(day({ slots: [{ from: 600, until: 600, people: 1 }] }));
    expect(said).toMatchObject({ people: 1, longestWait: 0, finishedAt: 627, longestQueue: 0 });
  });

  it('of nobody is over at once', () => {
    expect(simulate(day({ slots: [] }))).toMatchObject({ people: 0, finishedAt: 0, queue: [], busy: 0 });
  });

  it('lets those who come together wait their turn, and changes the tube after ten', () => {
    const crowd = day({ slots: [{ from: 0, until: 0, people: 21 }], lanes: lanes(1) });
    const said = simulate(crowd);
    expect(said.longestWait).toBe(20 * 27 + 2 * 20);
    expect(said.finishedAt).toBe(21 * 27 + 2 * 20);
    expect(said.queue[0]).toBe(20);
    expect(simulate({ ...crowd, ratio: 1 }).finishedAt).toBe(21 * 27);
  });

  it('waits through a break, but nobody is sent away in the middle', () => {
    const pause: LaneHours = { from: 0, breaks: [{ from: 20, until: 620 }] };
    const said = simulate(day({ slots: [{ from: 0, until: 0, people: 2 }], lanes: lanes(1, pause) }));
    expect(said.longestWait).toBe(620);
    expect(said.finishedAt).toBe(647);
  });

  it('begins when the lane does', () => {
    const late: LaneHours = { from: 900, breaks: [] };
    const said = simulate(day({ slots: [{ from: 0, until: 0, people: 1 }], lanes: lanes(1, late) }));
    expect(said.longestWait).toBe(900);
  });

  it('is the same for the same seed and another for another', () => {
    const plan = day({ service: { kind: 'mean', seconds: 27 } });
    expect(simulate(plan)).toEqual(simulate(plan));
    expect(simulate({ ...plan, seed: 2 }).meanWait).not.toBe(simulate(plan).meanWait);
  });
});

describe('against the formulas of queueing theory', () => {
  /** Two hundred thousand people, so that chance is small; the first come to an empty line, which long days outweigh. */
  const long = (servers: number, load: number, perSecond: number): DayPlan => {
    const people = 200_000;
    const random = seededRandom(11);
    const exponential = Array.from({ length: 50_000 }, () => -Math.log(1 - random()) / perSecond);
    return day({
      slots: [{ from: 0, until: people / (load * servers * perSecond), people }],
      lanes: lanes(servers),
      ratio: 1,
      service: { kind: 'measured', seconds: exponential },
    });
  };

  it.each([
    { servers: 1, load: 0.5 },
    { servers: 1, load: 0.8 },
    { servers: 3, load: 0.7 },
    { servers: 12, load: 0.85 },
  ])('$servers lanes at $load of what they can: the mean wait of M/M/c', ({ servers, load }) => {
    const served = 1 / 27;
    const expected = meanWaitMmc(load * servers * served, served, servers);
    const said = simulate(long(servers, load, served));
    expect(Math.abs(said.meanWait - expected) / expected).toBeLessThan(0.08);
    expect(said.busy).toBeCloseTo(load, 1);
  });

  it('the formulas themselves agree with their textbook values', () => {
    // One server: the chance to wait is the load, the mean wait ρ / (μ − λ).
    expect(erlangC(0.5, 1)).toBeCloseTo(0.5, 12);
    expect(meanWaitMmc(0.5, 1, 1)).toBeCloseTo(1, 12);
    // Two servers, load 1: 1/3.
    expect(erlangC(1, 2)).toBeCloseTo(1 / 3, 12);
    expect(meanWaitMmc(3, 1, 2)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('whatever the plan', () => {
  const aPlan = fc.record({
    people: fc.integer({ min: 1, max: 300 }),
    count: fc.integer({ min: 1, max: 12 }),
    until: fc.integer({ min: 0, max: 2 * HOUR }),
    seconds: fc.integer({ min: 5, max: 90 }),
    ratio: fc.constantFrom(1, 5, 10, 20),
    seed: fc.nat(),
  });
  type Some = typeof aPlan extends fc.Arbitrary<infer Value> ? Value : never;
  const planOf = ({ people, count, until, seconds, ratio, seed }: Some): DayPlan =>
    day({
      slots: [{ from: 0, until, people }],
      lanes: lanes(count),
      service: { kind: 'measured', seconds: [seconds] },
      ratio,
      seed,
    });

  it('nobody is lost, the line empties, and no lane works longer than it is open', () => {
    fc.assert(
      fc.property(aPlan, (some) => {
        const said = simulate(planOf(some));
        expect(said.people).toBe(some.people);
        expect(said.queue.at(-1)).toBe(0);
        expect(said.busy).toBeGreaterThan(0);
        expect(said.busy).toBeLessThanOrEqual(1);
        expect(said.meanWait).toBeLessThanOrEqual(said.longestWait);
        expect(said.ninetiethWait).toBeLessThanOrEqual(said.longestWait);
        expect(said.finishedAt).toBeGreaterThanOrEqual((some.people * some.seconds) / some.count);
      }),
      { numRuns: 200 },
    );
  });

  it('one more lane never makes anybody wait longer', () => {
    fc.assert(
      fc.property(aPlan, (some) => {
        const fewer = simulate({ ...planOf(some), ratio: 1 });
        const more = simulate({ ...planOf({ ...some, count: some.count + 1 }), ratio: 1 });
        expect(more.longestWait).toBeLessThanOrEqual(fewer.longestWait + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

describe('lanes needed', () => {
  it('are as few as keep the limit', () => {
    const plan = day({ slots: [{ from: 0, until: 3 * HOUR, people: 3000 }] });
    const needed = lanesNeeded(plan, allDay, 15 * 60);
    expect(needed).not.toBeNull();
    const longest = (count: number) => simulate({ ...plan, lanes: lanes(count) }).longestWait;
    expect(longest(needed ?? 0)).toBeLessThanOrEqual(15 * 60);
    expect(longest((needed ?? 0) - 1)).toBeGreaterThan(15 * 60);
  });

  it('none are enough where the wait is the break itself', () => {
    const closed: LaneHours = { from: 2 * HOUR, breaks: [] };
    expect(lanesNeeded(day({ slots: [{ from: 0, until: 0, people: 5 }] }), closed, 60)).toBeNull();
  });
});

describe('the heap of lanes', () => {
  it('always gives the one that is free first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(500), { maxLength: 80 }),
        (from, steps) => {
          const free = Float64Array.from(from);
          const heap = new LaneHeap(free);
          for (const step of steps) {
            const least = Math.min(...free);
            expect(free[heap.first]).toBe(least);
            heap.reschedule(least + step);
          }
        },
      ),
    );
  });
});
