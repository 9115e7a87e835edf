import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLECTIONS, roundTerm } from '../../contract/sync.ts';
import { CHOICES } from '../../testing/call-up.ts';
import { TestingWorld } from '../../testing/world.ts';
import { testingSync } from '../sync.ts';

let t: TestingWorld;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 24, away: 1 });
  await t.desk('people.change-resident', { residentId: t.person(2), set: { tags: ['immobile'] } });
  await t.send('testing.create-round', t.round);
});
afterAll(() => t.close());

const plan = (batch = 5, actor = t.leader) =>
  t.send(
    'testing.plan-call-up',
    {
      roundId: t.roundId,
      planId: t.newId(),
      choices: { ...CHOICES, startsAt: t.world.clock.now(), batch },
    },
    actor,
  );
const view = () => t.ask((c) => c.callUp({ roundId: t.roundId }));
const slotsAt = async (site: number) =>
  (await view()).slots.filter(({ siteId }) => siteId === t.round.sites[site]?.siteId);
const screen = (actor = t.sampler) =>
  t.ask((c) => c.siteScreen({ roundId: t.roundId, siteId: t.round.sites[0]?.siteId ?? '' }), actor);
const declare = (buildingId: string) =>
  t.desk('zones.set-status', {
    statusId: t.newId(),
    placeKind: 'building',
    placeId: buildingId,
    status: 'lockdown',
    from: t.world.clock.now(),
    until: null,
    reason: '阳性',
    source: '街道通知',
  });

describe('the call-up of a round', () => {
  it('is planned before the opening from register and zones as they stand', async () => {
    expect((await view()).plan).toBeNull();
    expect((await t.ask((c) => c.callUpBasis({ roundId: t.roundId }))).households).toHaveLength(23);
    expect(await plan()).toMatchObject({ outcome: 'done' });
    const { slots, doors, sites } = await view();
    expect(sites.map(({ lanes }) => lanes)).toEqual([3, 3]);
    expect(slots.reduce((sum, { people }) => sum + people, 0)).toBe(22);
    expect(doors).toMatchObject([{ building: '3号', reason: 'immobile', people: 1 }]);
  });

  it('planned anew, a sealed building goes to the door list whole', async () => {
    const [, sealed = ''] = t.buildings;
    await declare(sealed);
    await plan();
    const { slots, doors } = await view();
    expect(doors.filter(({ reason }) => reason === 'sealed')).toHaveLength(12);
    expect(new Set(slots.flatMap(({ parts }) => parts.map(({ building }) => building)))).toEqual(
      new Set(['3号']),
    );
  });

  it('once the round is open, counts who has come and names who has no place', async () => {
    await t.send('testing.open-round', { roundId: t.roundId });
    await t.send('testing.set-expectation', {
      roundId: t.roundId,
      residentIds: [t.person(0)],
      status: 'expected',
    });
    const before = await view();
    expect(before.unplaced).toMatchObject([{ building: '3号', people: 1 }]);
    await t.send('testing.sample', t.scan(4, 'A1', t.newId()), t.sampler);
    await t.send('testing.sample', { ...t.scan(1, 'A1', t.newId()), method: 'door' }, t.sampler);
    const { slots, doors } = await view();
    expect(slots.reduce((sum, { came }) => sum + came, 0)).toBe(1);
    expect(doors.reduce((sum, { came }) => sum + came, 0)).toBe(1);
    const slotId = slots[0]?.id ?? '';
    const householdIds = before.unplaced.map(({ householdId }) => householdId);
    await t.send('testing.place-households', { roundId: t.roundId, householdIds, slotId });
    expect((await view()).unplaced).toEqual([]);
  });

  it('travels to the phones of those on duty, without a name', async () => {
    const source = testingSync(t.doors);
    const all = await t.world.read((tx) => source.delta(tx, t.sampler, roundTerm(t.roundId), 0));
    const standing = all[COLLECTIONS.slot]?.rows.filter((row) => !('endedAt' in row && row.endedAt));
    expect(standing?.length).toBe((await view()).slots.length);
    expect(all[COLLECTIONS.door]?.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([all[COLLECTIONS.slot], all[COLLECTIONS.door]])).not.toMatch(/王|name|phone/i);
  });

  it('is called by a phone: the screen of the site says so, and names nobody', async () => {
    const [first] = await slotsAt(0);
    const body = { roundId: t.roundId, slotId: first?.id ?? '' };
    expect(await t.send('testing.call-slot', body, t.sampler)).toMatchObject({ outcome: 'done' });
    const shown = await screen();
    expect(shown.slots.find(({ id }) => id === first?.id)).toMatchObject({ calls: 1 });
    expect(JSON.stringify(shown)).not.toContain('王');
    await t.send('testing.skip-slot', body, t.sampler);
    expect((await slotsAt(0))[0]?.skippedAt).not.toBeNull();
  });

  it('a door is visited by a phone', async () => {
    const [door] = (await view()).doors;
    const body = { roundId: t.roundId, stopId: door?.id ?? '', visit: 'nobody' as const };
    expect(await t.send('testing.visit-door', body, t.other)).toMatchObject({ outcome: 'done' });
    expect((await view()).doors[0]).toMatchObject({ visit: 'nobody' });
  });

  it('cancelled at the desk and called by a late phone, both are kept and a leader is asked', async () => {
    await plan(1);
    const [one, two] = (await view()).slots.filter(({ lastCallAt }) => lastCallAt === null);
    if (!one || !two) throw new Error('too few slots');
    const cancel = { roundId: t.roundId, slotId: one.id, intoSlotId: two.id };
    expect(await t.send('testing.cancel-slot', cancel)).toMatchObject({ outcome: 'done' });
    const call = { roundId: t.roundId, slotId: one.id };
    expect(await t.send('testing.call-slot', call, t.sampler)).toMatchObject({ outcome: 'flagged' });
    const { discrepancies } = await t.ask((c) => c.discrepancies({ roundId: t.roundId, open: true }));
    expect(discrepancies.map(({ code, resolutions }) => [code, resolutions])).toContainEqual([
      'testing.ended-slot-called',
      ['accept'],
    ]);
  });

  it('is planned and changed by leaders, called by those on duty, seen by nobody else', async () => {
    expect(await plan(5, t.sampler)).toMatchObject({ outcome: 'refused' });
    const [slot] = (await view()).slots;
    const body = { roundId: t.roundId, slotId: slot?.id ?? '' };
    for (const kind of ['testing.call-slot', 'testing.skip-slot'] as const) {
      expect(await t.send(kind, body, t.stranger)).toMatchObject({ outcome: 'refused' });
    }
    const time = { ...body, startsAt: 1000, endsAt: 2000, following: false };
    expect(await t.send('testing.time-slot', time, t.sampler)).toMatchObject({ outcome: 'refused' });
    const order = { roundId: t.roundId, siteId: slot?.siteId ?? '', slotIds: [body.slotId] };
    expect(await t.send('testing.order-slots', order, t.sampler)).toMatchObject({ outcome: 'refused' });
    const stop = { roundId: t.roundId, stopId: (await view()).doors[0]?.id ?? '', visit: 'done' as const };
    expect(await t.send('testing.visit-door', stop, t.stranger)).toMatchObject({ outcome: 'refused' });
    await expect(t.ask((c) => c.callUp({ roundId: t.roundId }), t.sampler)).rejects.toThrow();
    await expect(t.ask((c) => c.callUpBasis({ roundId: t.roundId }), t.sampler)).rejects.toThrow();
    await expect(screen(t.stranger)).rejects.toThrow();
  });
});
