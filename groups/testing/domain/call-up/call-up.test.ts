import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LATEST } from '#kernel/time-id/instant.ts';
import type { Slot } from '../../contract/call-up-rows.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import {
  awaits,
  CHOICES,
  callUpPeopleOf,
  type GivenChoices,
  type HouseholdOptions,
} from '../../testing/call-up.ts';
import { Story } from '../../testing/story.ts';
import { stopId } from './ids.ts';
import { byStart, isAhead, slotState } from './slot-state.ts';

/** Two walk-ups of twelve households of two, and a bedridden elder. */
const AREA: HouseholdOptions[] = [
  ...Array.from({ length: 24 }, (_, i) => ({ building: i < 12 ? 1 : 2, floor: 1 + (i % 6) })),
  { building: 1, floor: 3, people: 1, tags: ['immobile'] },
];

function planned(choices: Partial<GivenChoices> = {}) {
  const story = Story.opened({ people: 4, sites: 2, lanesPerSite: 2 });
  const people = callUpPeopleOf(AREA);
  awaits(story, people);
  const { roundId } = story.round;
  const plan = (changed: Partial<GivenChoices> = {}, at = MORNING) =>
    story.tell({
      kind: 'testing.plan-call-up',
      body: { roundId, planId: story.newId(at), choices: { ...CHOICES, ...choices, ...changed } },
      at,
    });
  expect(plan()).toMatchObject({ refused: null });
  const slots = () =>
    story.state.slots
      .by('round', roundId)
      .filter(({ endedAt }) => endedAt === null)
      .sort(byStart);
  const at = (site: number) => slots().filter(({ siteId }) => siteId === story.round.sites[site]?.siteId);
  const doors = () => story.state.doors.by('round', roundId).filter(({ endedAt }) => endedAt === null);
  const call = (slot: Slot | undefined, time = MORNING + MINUTE) =>
    story.tell({ kind: 'testing.call-slot', body: { roundId, slotId: slot?.id ?? '' }, at: time });
  return { story, roundId, people, plan, slots, at, doors, call };
}

const ids = (slots: readonly Slot[]) => slots.map(({ id }) => id);

describe('planning', () => {
  it('puts buildings to sites, and whoever cannot leave onto the door list', () => {
    const { at, doors } = planned();
    expect(at(0).map(({ people }) => people)).toEqual([12, 12]);
    expect(at(1).map(({ people }) => people)).toEqual([12, 12]);
    expect(doors()).toMatchObject([{ reason: 'immobile', people: 1, place: { floor: 3 } }]);
  });

  it('again replaces what was not called, and leaves called slots and visited doors alone', () => {
    const { story, roundId, plan, slots, at, doors, call } = planned();
    const called = at(0)[0];
    call(called);
    const [door] = doors();
    const visited = { roundId, stopId: door?.id ?? '', visit: 'done' as const };
    story.tell({ kind: 'testing.visit-door', body: visited });
    const before = slots();
    expect(plan({ batch: 10 }, MORNING + 5 * MINUTE).refused).toBeNull();
    expect(ids(slots())).toContain(called?.id);
    expect(slots().filter((slot) => before.some(({ id }) => id === slot.id))).toHaveLength(1);
    expect(doors()).toMatchObject([{ id: door?.id, visit: 'done' }]);
    const households = slots().flatMap(({ householdIds }) => householdIds);
    expect(new Set(households).size).toBe(24);
    expect(households).toHaveLength(24);
  });

  it('leaves out whoever was sampled already', () => {
    const { story, plan, slots, people } = planned();
    awaits(
      story,
      people.map((one, i) => ({ ...one, sampled: i < 24 })),
    );
    plan();
    expect(slots().reduce((sum, slot) => sum + slot.people, 0)).toBe(24);
  });

  it('is refused for nobody, without lanes, for a closed round and with a plan’s id given twice', () => {
    const { story, plan, roundId } = planned();
    const body = { roundId, planId: story.newId(), choices: CHOICES };
    const tell = () => story.tell({ kind: 'testing.plan-call-up', body }).refused;
    expect(tell()).toBeNull();
    expect(tell()).toBe('id-taken');
    const elsewhere = [{ buildingId: story.newId(), siteId: story.newId() }];
    expect(plan({ buildings: elsewhere }).refused).toBe('site-without-lanes');
    // Begun in the last second of the year 9999, its end would be a row that nobody can read.
    expect(plan({ startsAt: LATEST }).refused).toBe('times-wrong');
    awaits(story, []);
    expect(plan().refused).toBe('nobody-to-call');
    story.tell({ kind: 'testing.close-round', body: { roundId, acknowledgedDeviceIds: [] } });
    expect(plan().refused).toBe('round-over');
  });
});

describe('changing slots', () => {
  it('in another order they follow each other from the same time', () => {
    const { story, roundId, at } = planned();
    const [first, second] = at(0);
    const siteId = first?.siteId ?? '';
    const slotIds = [second?.id ?? '', first?.id ?? ''];
    story.tell({ kind: 'testing.order-slots', body: { roundId, siteId, slotIds } });
    expect(ids(at(0))).toEqual(slotIds);
    expect(at(0)[0]?.startsAt).toBe(MORNING);
    expect(at(0)[1]?.startsAt).toBe(at(0)[0]?.endsAt);
  });

  it('are refused where one would stand past the last day that a row can hold', () => {
    const { story, roundId, at } = planned();
    const [first] = at(0);
    const body = { roundId, slotId: first?.id ?? '', startsAt: MORNING, endsAt: LATEST, following: true };
    expect(story.tell({ kind: 'testing.time-slot', body }).refused).toBe('times-wrong');
  });

  it('one from another site joins; its time follows the lanes there', () => {
    const { story, roundId, at } = planned();
    const [guest] = at(1);
    const siteId = at(0)[0]?.siteId ?? '';
    story.tell({
      kind: 'testing.order-slots',
      body: { roundId, siteId, slotIds: [guest?.id ?? '', ...ids(at(0))] },
    });
    expect(ids(at(0))[0]).toBe(guest?.id);
    expect(at(0)).toHaveLength(3);
    expect(at(1)).toHaveLength(1);
  });

  it('is refused over slots that others changed meanwhile, that were called, or that never stood', () => {
    const { story, roundId, at, call } = planned();
    const siteId = at(0)[0]?.siteId ?? '';
    const order = (slotIds: string[], site = siteId) =>
      story.tell({ kind: 'testing.order-slots', body: { roundId, siteId: site, slotIds } }).refused;
    expect(order(ids(at(0)).slice(1))).toBe('slots-changed');
    expect(order([story.newId()])).toBe('no-such-slot');
    expect(order(ids(at(0)), story.newId())).toBe('site-without-lanes');
    call(at(0)[0]);
    expect(order(ids(at(0)))).toBe('slot-called');
  });

  it('later or longer, and those behind it move along when they are told to', () => {
    const { story, roundId, at } = planned();
    const [first, second] = at(0);
    const time = (startsAt: number, endsAt: number, following: boolean) =>
      story.tell({
        kind: 'testing.time-slot',
        body: { roundId, slotId: first?.id ?? '', startsAt, endsAt, following },
      }).refused;
    expect(time(MORNING + MINUTE, (first?.endsAt ?? 0) + MINUTE, true)).toBeNull();
    expect(at(0)[0]?.startsAt).toBe(MORNING + MINUTE);
    expect(at(0)[1]?.startsAt).toBe((second?.startsAt ?? 0) + MINUTE);
    expect(time(MORNING, (first?.endsAt ?? 0) + 9 * MINUTE, false)).toBeNull();
    expect(at(0)[1]?.startsAt).toBe((second?.startsAt ?? 0) + MINUTE);
    expect(time(MORNING, MORNING, false)).toBe('times-wrong');
  });

  it('cancelled, its people are called with another one', () => {
    const { story, roundId, at, slots } = planned();
    const [first, second] = at(0);
    const cancel = (slotId: string, intoSlotId: string) =>
      story.tell({ kind: 'testing.cancel-slot', body: { roundId, slotId, intoSlotId } }).refused;
    expect(cancel(first?.id ?? '', first?.id ?? '')).toBe('times-wrong');
    expect(cancel(first?.id ?? '', second?.id ?? '')).toBeNull();
    expect(story.state.slots.get(first?.id ?? '')).toMatchObject({ endedAs: 'cancelled', people: 0 });
    expect(story.state.slots.get(second?.id ?? '')).toMatchObject({ people: 24 });
    expect(slots().reduce((sum, { people }) => sum + people, 0)).toBe(48);
    expect(cancel(first?.id ?? '', second?.id ?? '')).toBe('slot-ended');
  });

  it('households go to another slot, to the door list and back', () => {
    const { story, roundId, at, doors } = planned();
    const [first, second] = at(0);
    const [household = ''] = first?.householdIds ?? [];
    const place = (slotId: string | null, householdIds = [household]) =>
      story.tell({ kind: 'testing.place-households', body: { roundId, householdIds, slotId } }).refused;
    expect(place(second?.id ?? '')).toBeNull();
    expect(at(0).map(({ people }) => people)).toEqual([10, 14]);
    expect(place(null)).toBeNull();
    expect(at(0).map(({ people }) => people)).toEqual([10, 12]);
    expect(doors().find(({ householdId }) => householdId === household)).toMatchObject({
      id: stopId(roundId, household),
      reason: 'chosen',
      team: 1,
      sort: 1,
    });
    expect(place(first?.id ?? '')).toBeNull();
    expect(doors()).toHaveLength(1);
    expect(place(first?.id ?? '', [story.newId()])).toBe('nobody-to-call');
    expect(place(story.newId())).toBe('no-such-slot');
  });
});

describe('calling', () => {
  it('again counts, skipping puts aside, and the order of arrival does not matter', () => {
    const outcomes = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ].map((order) => {
      const { story, roundId, slots } = planned();
      const slotId = slots()[0]?.id ?? '';
      const deeds = [
        { kind: 'testing.call-slot', at: MORNING + MINUTE },
        { kind: 'testing.skip-slot', at: MORNING + 5 * MINUTE },
        { kind: 'testing.call-slot', at: MORNING + 9 * MINUTE },
      ] as const;
      for (const i of order) {
        const deed = deeds[i];
        if (deed) story.tell({ ...deed, body: { roundId, slotId } });
      }
      const slot = story.state.slots.get(slotId);
      if (!slot) throw new Error('no slot');
      return { ...slot, id: '', siteId: '', roundId: '', householdIds: [], parts: [], version: 0 };
    });
    expect(outcomes[0]).toMatchObject({ calls: 2, calledAt: MORNING + MINUTE });
    expect(slotState(outcomes[0] as Slot)).toBe('called');
    for (const other of outcomes.slice(1)) expect(other).toEqual(outcomes[0]);
  });

  it('a slot cancelled meanwhile is kept and flagged', () => {
    const { story, roundId, at, call } = planned();
    const [first, second] = at(0);
    const body = { roundId, slotId: first?.id ?? '', intoSlotId: second?.id ?? '' };
    story.tell({ kind: 'testing.cancel-slot', body });
    expect(call(first).flags).toEqual(['ended-slot-called']);
    expect(story.state.slots.get(first?.id ?? '')).toMatchObject({ calls: 1 });
    const settle = { discrepancyId: story.discrepancy('ended-slot-called'), resolution: 'accept' as const };
    expect(
      story.tell({ kind: 'testing.settle', body: { roundId, ...settle, note: '已当面说明' } }).refused,
    ).toBeNull();
  });

  it('a called slot stays where it is', () => {
    const { story, roundId, at, call } = planned();
    const [first, second] = at(0);
    call(first);
    const slotId = first?.id ?? '';
    const time = { roundId, slotId, startsAt: 1, endsAt: 2, following: false };
    expect(story.tell({ kind: 'testing.time-slot', body: time }).refused).toBe('slot-called');
    const cancel = { roundId, slotId, intoSlotId: second?.id ?? '' };
    expect(story.tell({ kind: 'testing.cancel-slot', body: cancel }).refused).toBe('slot-called');
    const householdIds = first?.householdIds.slice(0, 1) ?? [];
    const place = { roundId, householdIds, slotId: second?.id ?? '' };
    expect(story.tell({ kind: 'testing.place-households', body: place }).refused).toBe('slot-called');
  });

  it('what never stood is refused', () => {
    const { story, roundId } = planned();
    const nothing = { roundId, slotId: story.newId() };
    expect(story.tell({ kind: 'testing.call-slot', body: nothing }).refused).toBe('no-such-slot');
    expect(story.tell({ kind: 'testing.skip-slot', body: nothing }).refused).toBe('no-such-slot');
    const door = { roundId, stopId: story.newId(), visit: 'done' as const };
    expect(story.tell({ kind: 'testing.visit-door', body: door }).refused).toBe('no-such-door');
  });
});

describe('at the door', () => {
  it('the latest visit says how it stands, whenever it arrives', () => {
    const { story, roundId, doors } = planned();
    const stop = { roundId, stopId: doors()[0]?.id ?? '' };
    const visit = (said: 'done' | 'nobody', at: number) =>
      story.tell({ kind: 'testing.visit-door', body: { ...stop, visit: said }, at });
    visit('done', MORNING + 9 * MINUTE);
    visit('nobody', MORNING + MINUTE);
    expect(doors()[0]).toMatchObject({ visit: 'done', visitedAt: MORNING + 9 * MINUTE });
  });
});

/** Any wish of a leader, by numbers; most fit, some are refused. */
const wish = fc.record({
  what: fc.constantFrom('order', 'time', 'cancel', 'place', 'call', 'plan'),
  a: fc.nat(30),
  b: fc.nat(30),
  site: fc.nat(1),
  yes: fc.boolean(),
});

// Who was called and did not come may stand on the door list too: the slot keeps that it called them.
it('whatever is moved, cancelled, placed or planned anew: nobody is left out, nobody is to be called twice', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      const day = planned({ batch: 8 });
      const { story, roundId, people, slots, doors } = day;
      const nth = <T>(list: readonly T[], n: number) => list[n % Math.max(1, list.length)];
      for (const { what, a, b, site, yes } of wishes) {
        const slot = nth(slots(), a);
        const other = nth(slots(), b);
        const slotId = slot?.id ?? story.newId();
        if (what === 'order') {
          const ahead = day.at(site).filter(isAhead);
          const slotIds = [...new Set([slotId, ...ids(ahead).reverse()])];
          const siteId = story.round.sites[site]?.siteId ?? '';
          story.tell({ kind: 'testing.order-slots', body: { roundId, siteId, slotIds } });
        } else if (what === 'time') {
          const body = {
            roundId,
            slotId,
            startsAt: MORNING + a * MINUTE,
            endsAt: MORNING + (a + 3) * MINUTE,
          };
          story.tell({ kind: 'testing.time-slot', body: { ...body, following: yes } });
        } else if (what === 'cancel') {
          story.tell({
            kind: 'testing.cancel-slot',
            body: { roundId, slotId, intoSlotId: other?.id ?? slotId },
          });
        } else if (what === 'place') {
          const householdIds = [nth(people, a * 3)?.householdId ?? ''];
          const into = yes ? null : (other?.id ?? null);
          story.tell({ kind: 'testing.place-households', body: { roundId, householdIds, slotId: into } });
        } else if (what === 'call' && a < 4) day.call(slot);
        else if (what === 'plan' && a < 6) day.plan({ batch: 5 + b });
      }
      const inSlots = slots().flatMap((slot) => slot.householdIds);
      const atDoors = doors().map(({ householdId }) => householdId);
      const everybody = new Set(people.map(({ householdId }) => householdId));
      expect(new Set([...inSlots, ...atDoors])).toEqual(everybody);
      expect(inSlots.length, 'in two slots').toBe(new Set(inSlots).size);
      expect(atDoors.length, 'two doors').toBe(new Set(atDoors).size);
      const ahead = new Set(
        slots()
          .filter(isAhead)
          .flatMap((slot) => slot.householdIds),
      );
      expect(atDoors.filter((id) => ahead.has(id))).toEqual([]);
      for (const one of slots()) {
        expect(one.parts.reduce((sum, part) => sum + part.people, 0)).toBe(one.people);
        expect(one.endsAt).toBeGreaterThan(one.startsAt);
      }
    }),
  );
});
