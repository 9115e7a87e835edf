import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MORNING } from '../../testing/area.ts';
import {
  anArea,
  CHOICES,
  callUpPeopleOf,
  type HouseholdOptions,
  someChoices,
} from '../../testing/call-up.ts';
import { householdsOf } from './household.ts';
import { planCallUp } from './plan-call-up.ts';

const ELDERS = { age: 80, year: 2022 };
const LIFT = 7;
const SITES = [
  { siteId: 'a', lanes: 3 },
  { siteId: 'b', lanes: 1 },
];
const plan = (area: readonly HouseholdOptions[], choices = CHOICES, sites = SITES.slice(0, 1)) =>
  planCallUp(householdsOf(callUpPeopleOf(area), ELDERS), sites, choices, LIFT);

/** A tower of 16 floors with four dwellings of two on each. */
const tower: HouseholdOptions[] = Array.from({ length: 64 }, (_, i) => ({ floor: 1 + (i >> 2) }));
/** A walk-up of six floors in two entrances. */
const walkUp: HouseholdOptions[] = Array.from({ length: 24 }, (_, i) => ({
  building: 2,
  entrance: i < 12 ? '1单元' : '2单元',
  floor: 1 + (i % 6),
}));

describe('a building with a lift', () => {
  it('is called floor by floor from the top, whole floors together', () => {
    const { slots } = plan(tower);
    expect(slots.map(({ parts }) => parts[0]?.floors)).toEqual([
      [16, 15],
      [14, 13],
      [12, 11],
      [10, 9],
      [8, 7],
      [6, 5],
      [4, 3],
      [2, 1],
    ]);
    expect(slots.every(({ people }) => people === 16)).toBe(true);
  });

  it('or from the bottom', () => {
    const { slots } = plan(tower, { ...CHOICES, floors: 'bottom' });
    expect(slots[0]?.parts[0]?.floors).toEqual([1, 2]);
  });

  it('never mixes entrances: each has its own lift', () => {
    const two = tower.map((one, i) => ({ ...one, entrance: i % 2 === 0 ? '1单元' : '2单元' }));
    for (const { parts } of plan(two).slots) expect(new Set(parts.map((p) => p.entrance)).size).toBe(1);
  });

  it('people whose floor nobody knows are called last', () => {
    const { slots } = plan([{ floor: null }, ...tower]);
    expect(slots.at(-1)?.parts[0]?.people).toBeGreaterThan(0);
    expect(slots.at(-1)?.householdIds).toHaveLength((slots.at(-1)?.people ?? 0) / 2);
  });
});

describe('a building without a lift', () => {
  it('is called entrance after entrance, in batches of one size that may hold two entrances', () => {
    const { slots } = plan(walkUp);
    expect(slots.map(({ people }) => people)).toEqual([16, 16, 16]);
    expect(slots[1]?.parts.map(({ entrance, people }) => [entrance, people])).toEqual([
      ['1单元', 8],
      ['2单元', 8],
    ]);
  });
});

describe('the day', () => {
  it('goes building by building, each slot as long as its people take', () => {
    const { slots } = plan([...tower, ...walkUp]);
    expect(slots[0]).toMatchObject({ startsAt: MORNING, endsAt: MORNING + ((16 * 30) / 3) * 1000 });
    for (const [i, slot] of slots.entries()) {
      if (i > 0) expect(slot.startsAt).toBe(slots[i - 1]?.endsAt);
    }
    expect(slots.map(({ parts }) => parts[0]?.building)).toEqual([
      ...Array.from({ length: 8 }, () => '1号'),
      ...Array.from({ length: 3 }, () => '2号'),
    ]);
  });

  it('with slack, slots take longer than their people do', () => {
    const { slots } = plan(tower, { ...CHOICES, slack: 50 });
    expect((slots[0]?.endsAt ?? 0) - MORNING).toBe(240_000);
  });

  it('buildings go as dragged, to the site chosen or to the one done first', () => {
    const area = [...tower, ...walkUp];
    const people = callUpPeopleOf(area);
    const second = people.at(-1)?.buildingId ?? '';
    const dragged = { ...CHOICES, buildings: [{ buildingId: second, siteId: null }] };
    expect(plan(area, dragged).slots[0]?.parts[0]?.building).toBe('2号');
    const sent = { ...CHOICES, buildings: [{ buildingId: second, siteId: 'b' }] };
    const atB = plan(area, sent, SITES).slots.filter(({ siteId }) => siteId === 'b');
    expect(new Set(atB.map(({ parts }) => parts[0]?.building))).toEqual(new Set(['2号']));
  });
});

describe('elders, pregnant and dialysed people', () => {
  const area = [
    ...walkUp,
    { building: 2, floor: 4, birthYear: 1940, people: 1, tags: ['lives-alone'] },
    { building: 2, floor: 3, tags: ['dialysis'], people: 3 },
  ];

  it('come first with their whole household, and nobody reads a floor', () => {
    const [first] = plan(area).slots;
    expect(first).toMatchObject({ kind: 'priority', people: 4, priority: 2, escorts: 1 });
    expect(first?.parts.every(({ floors }) => floors.length === 0)).toBe(true);
  });

  it('or stay in their slot, at the head of its line', () => {
    const { slots } = plan(area, { ...CHOICES, priority: 'head' });
    expect(slots.every(({ kind }) => kind === 'block')).toBe(true);
    expect(slots.reduce((sum, { priority }) => sum + priority, 0)).toBe(2);
  });
});

describe('people at whose doors the team rings', () => {
  const area = [
    { building: 1, floor: 9, tags: ['immobile'] },
    { building: 1, floor: 12, tags: ['卧床'], people: 3 },
    { building: 2, floor: 2, tags: ['immobile'] },
    { building: 3, floor: 5, sealed: true },
    { building: 3, floor: 6, sealed: true },
    ...walkUp,
  ];

  it('are in no slot; doors go from the top floor down, sealed ones last', () => {
    const { slots, doors } = plan(area);
    expect(slots.reduce((sum, { people }) => sum + people, 0)).toBe(48);
    expect(doors.map(({ place, reason, sort }) => [place.building, place.floor, reason, sort])).toEqual([
      ['1号', 12, 'immobile', 0],
      ['1号', 9, 'immobile', 1],
      ['2号', 2, 'immobile', 2],
      ['3号', 6, 'sealed', 3],
      ['3号', 5, 'sealed', 4],
    ]);
  });

  it('with two teams, one goes to sealed doors alone', () => {
    const { doors } = plan(area, { ...CHOICES, teams: 2 });
    for (const team of [1, 2]) {
      const reasons = new Set(doors.filter((door) => door.team === team).map((door) => door.reason));
      expect(reasons.size).toBe(1);
    }
  });
});

describe('whatever the area', () => {
  it('everybody awaited is in exactly one slot or on the door list, households whole', () => {
    fc.assert(
      fc.property(anArea, someChoices, (area, choices) => {
        const people = callUpPeopleOf(area);
        const { slots, doors } = plan(area, choices, SITES);
        const placed = [
          ...slots.flatMap(({ householdIds }) => householdIds),
          ...doors.map((d) => d.householdId),
        ];
        expect(placed.sort()).toEqual([...new Set(people.map((p) => p.householdId))].sort());
        const count = [...slots, ...doors].reduce((sum, one) => sum + one.people, 0);
        expect(count).toBe(people.length);
      }),
    );
  });

  it('a slot is within the batch unless one household alone is bigger', () => {
    fc.assert(
      fc.property(anArea, someChoices, (area, choices) => {
        for (const slot of plan(area, choices, SITES).slots) {
          if (slot.people > choices.batch) expect(slot.householdIds).toHaveLength(1);
        }
      }),
    );
  });

  it('slots of a site follow each other without a gap, and say as many as they hold', () => {
    fc.assert(
      fc.property(anArea, someChoices, (area, choices) => {
        const { slots } = plan(area, choices, SITES);
        for (const { siteId } of SITES) {
          const own = slots.filter((slot) => slot.siteId === siteId);
          let at = choices.startsAt;
          for (const slot of own) {
            expect(slot.startsAt).toBe(at);
            expect(slot.endsAt).toBeGreaterThan(at);
            at = slot.endsAt;
            expect(slot.parts.reduce((sum, { people }) => sum + people, 0)).toBe(slot.people);
          }
        }
      }),
    );
  });

  it('each team walks from 0 on, no door twice, no entrance in two teams', () => {
    fc.assert(
      fc.property(anArea, someChoices, (area, choices) => {
        const { doors } = plan(area, choices);
        const teams = new Map<number, number[]>();
        const entrances = new Map<string, number>();
        for (const { team, sort, place, reason } of doors) {
          teams.set(team, [...(teams.get(team) ?? []), sort]);
          const entrance = `${place.building} ${place.entrance ?? ''} ${reason === 'sealed'}`;
          expect(entrances.get(entrance) ?? team).toBe(team);
          entrances.set(entrance, team);
        }
        for (const [team, sorts] of teams) {
          expect(team).toBeLessThanOrEqual(choices.teams);
          expect(sorts).toEqual(sorts.map((_, i) => i));
        }
      }),
    );
  });
});
