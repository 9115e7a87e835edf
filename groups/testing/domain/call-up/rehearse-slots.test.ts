import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { timesInOrder } from './order.ts';
import { paceOf, rehearseSlots } from './rehearse-slots.ts';

const PACE = { ratio: 10, measured: [], personSeconds: 27, tubeChangeSeconds: 20 };
const SITES = [
  { siteId: 'a', lanes: 2 },
  { siteId: 'b', lanes: 4 },
];
const slot = (siteId: string, from: number, minutes: number, people = 20) => ({
  siteId,
  startsAt: MORNING + from * MINUTE,
  endsAt: MORNING + (from + minutes) * MINUTE,
  people,
});

describe('planned slots are rehearsed', () => {
  it('called as fast as they are sampled, nobody waits long', () => {
    const slots = Array.from({ length: 10 }, (_, i) => slot('a', i * 6, 6));
    const { longestWait, finishedAt } = rehearseSlots(slots, SITES, PACE);
    expect(longestWait).toBeLessThan(10 * 60);
    expect(finishedAt).toBeGreaterThan(MORNING + 50 * MINUTE);
    expect(rehearseSlots(slots, SITES, PACE)).toEqual(rehearseSlots(slots, SITES, PACE));
  });

  it('two called at one time make each other wait', () => {
    const apart = rehearseSlots([slot('a', 0, 6), slot('a', 6, 6)], SITES, PACE);
    const together = rehearseSlots([slot('a', 0, 6), slot('a', 0, 6)], SITES, PACE);
    expect(together.longestWait).toBeGreaterThan(apart.longestWait);
    expect(together.longestQueue).toBeGreaterThan(apart.longestQueue);
  });

  it('sites have lines of their own', () => {
    const both = rehearseSlots([slot('a', 0, 6), slot('b', 0, 6)], SITES, PACE);
    const one = rehearseSlots([slot('a', 0, 6)], SITES, PACE);
    expect(both.longestWait).toBe(one.longestWait);
  });

  it('with nobody called nothing is finished', () => {
    expect(rehearseSlots([slot('a', 0, 6, 0)], SITES, PACE)).toEqual({
      longestWait: 0,
      finishedAt: null,
      longestQueue: 0,
    });
  });

  it('a person’s time has a share of the tube change, and comes from earlier rounds where there are some', () => {
    expect(paceOf(PACE)).toBe(29);
    expect(paceOf({ ...PACE, ratio: 1 })).toBe(27);
    expect(paceOf({ ...PACE, measured: [10, 20] })).toBe(17);
  });
});

describe('slots in a new order', () => {
  it('follow each other; one from a site with more lanes takes longer', () => {
    const lanes = new Map(SITES.map((site) => [site.siteId, site.lanes]));
    const slots = [
      { id: '1', ...slot('b', 30, 3) },
      { id: '2', ...slot('a', 0, 6) },
    ];
    expect(timesInOrder(slots, 'a', MORNING, lanes)).toEqual([
      { slotId: '1', siteId: 'a', startsAt: MORNING, endsAt: MORNING + 6 * MINUTE },
      { slotId: '2', siteId: 'a', startsAt: MORNING + 6 * MINUTE, endsAt: MORNING + 12 * MINUTE },
    ]);
  });
});
