import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { can } from '#kernel/access/access.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { rosterModule } from '../module.ts';
import { rosterRouter } from './queries.ts';
import { mineSource } from './sync.ts';

type Client = RouterClient<typeof rosterRouter>;

const HOUR = 3_600_000;
let house: TestHouse;
let area: string;
let secretary: string;
let leader: string;
let volunteer: string;
beforeAll(async () => {
  house = await testHouse([rosterModule([])]);
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary' });
  leader = await addMember(house, area, { role: 'leader', group: 'testing', name: '陈组长' });
  volunteer = await addMember(house, area, { name: '赵晓梅' });
  house.clock.advance(1000);
});

const send = (actor: string, kind: string, body: object) => house.send(area, actor, kind, body);
const codes = (answer: { problems: readonly { code: string }[] }) => answer.problems.map((p) => p.code);
const duty = (change: object = {}) => ({
  dutyId: uuidv7(house.clock.now()),
  memberId: volunteer,
  group: 'testing',
  place: '2号点 3台',
  from: house.clock.now() + 2 * HOUR,
  until: house.clock.now() + 7 * HOUR,
  ...change,
});
const actorOf = async (id: string) => {
  const actor = (await house.loadActors(area, [id])).get(id);
  if (!actor) throw new Error('no actor');
  return actor;
};
const rules = { sample: ['duty:testing'] };

describe('assigning duties', () => {
  it('gives the grant for the time of the duty with its margins', async () => {
    const body = duty();
    expect((await send(leader, 'roster.assign-duty', body)).outcome).toBe('done');
    const actor = await actorOf(volunteer);
    const hours = [-1.1, -1, 0, 5, 5.9, 6].map((h) => can(rules, actor, 'sample', body.from + h * HOUR));
    expect(hours).toEqual([false, true, true, true, true, false]);
  });

  it('refuses a leader of another group, a volunteer, and a stranger', async () => {
    const other = await addMember(house, area, { role: 'leader', group: 'order' });
    house.clock.advance(1);
    expect(codes(await send(other, 'roster.assign-duty', duty()))).toEqual(['roster.not-your-group']);
    for (const actor of [volunteer, uuidv7(1)]) {
      expect(codes(await send(actor, 'roster.assign-duty', duty()))).toEqual(['command.not-allowed']);
    }
    expect((await send(secretary, 'roster.assign-duty', duty({ group: 'order' }))).outcome).toBe('done');
  });

  it('refuses periods that make no sense, and people who are not here', async () => {
    const now = house.clock.now();
    const cases: [object, string][] = [
      [{ from: now + 2 * HOUR, until: now + HOUR }, 'roster.period-reversed'],
      [{ from: now, until: now + 25 * HOUR }, 'roster.period-too-long'],
      [{ from: now - 5 * HOUR, until: now - HOUR }, 'roster.duty-over'],
      [{ memberId: uuidv7(1) }, 'roster.unknown-member'],
    ];
    for (const [change, code] of cases) {
      expect(codes(await send(leader, 'roster.assign-duty', duty(change)))).toEqual([code]);
    }
    await send(secretary, 'accounts.end-member', { memberId: volunteer, reason: '' });
    expect(codes(await send(leader, 'roster.assign-duty', duty()))).toEqual(['roster.member-ended']);
  });

  it('refuses the same duty twice under other commands', async () => {
    const body = duty();
    await send(leader, 'roster.assign-duty', body);
    expect(codes(await send(leader, 'roster.assign-duty', { ...body, place: null }))).toEqual([
      'roster.duty-exists',
    ]);
  });
});

describe('ending duties', () => {
  it('takes the grant at once', async () => {
    const body = duty({ from: house.clock.now() });
    await send(leader, 'roster.assign-duty', body);
    house.clock.advance(HOUR);
    expect((await send(leader, 'roster.end-duty', { dutyId: body.dutyId })).outcome).toBe('done');
    const actor = await actorOf(volunteer);
    expect(can(rules, actor, 'sample', house.clock.now() - 1)).toBe(true);
    expect(can(rules, actor, 'sample', house.clock.now())).toBe(false);
    expect(codes(await send(leader, 'roster.end-duty', { dutyId: body.dutyId }))).toEqual([
      'roster.duty-over',
    ]);
  });

  it('refuses another group, a volunteer, and an unknown duty', async () => {
    const body = duty();
    await send(leader, 'roster.assign-duty', body);
    const other = await addMember(house, area, { role: 'deputy', group: 'order' });
    house.clock.advance(1);
    const end = { dutyId: body.dutyId };
    expect(codes(await send(other, 'roster.end-duty', end))).toEqual(['roster.not-your-group']);
    expect(codes(await send(volunteer, 'roster.end-duty', end))).toEqual(['command.not-allowed']);
    expect(codes(await send(leader, 'roster.end-duty', { dutyId: uuidv7(1) }))).toEqual([
      'roster.unknown-duty',
    ]);
  });

  it('follows when the member leaves the area', async () => {
    const body = duty();
    await send(leader, 'roster.assign-duty', body);
    await send(secretary, 'accounts.end-member', { memberId: volunteer, reason: '返岗' });
    expect(can(rules, await actorOf(volunteer), 'sample', body.from + HOUR)).toBe(false);
  });
});

describe('reading duties', () => {
  const as = async <T>(id: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const actor = await actorOf(id);
    const now = house.clock.now();
    return house.read(area, (tx) =>
      work(createRouterClient(rosterRouter, { context: { tx, actor, now, rules: house.registry.rules } })),
    );
  };

  it('brings mine to my phone, and nobody else’s', async () => {
    const body = duty();
    await send(leader, 'roster.assign-duty', body);
    const rowsOf = async (id: string, since = 0) => {
      const actor = await actorOf(id);
      const delta = await house.read(area, (tx) => mineSource.delta(tx, actor, 'roster.mine', since));
      return delta['roster.duty']?.rows ?? [];
    };
    expect(await rowsOf(volunteer)).toMatchObject([{ id: body.dutyId, place: '2号点 3台', from: body.from }]);
    expect(await rowsOf(leader)).toEqual([]);
    const [row] = await rowsOf(volunteer);
    expect(await rowsOf(volunteer, Number(row?.version))).toEqual([]);
    const stranger = { id: uuidv7(1), grants: [] };
    const terms = (actor: typeof stranger) =>
      house.read(area, (tx) => mineSource.terms(tx, actor, house.clock.now()));
    expect(await terms(stranger)).toEqual([]);
    expect(await terms({ ...(await actorOf(volunteer)), grants: [] })).toEqual([]);
  });

  it('lists the own group to a leader, all to the command post, none to a volunteer', async () => {
    await send(secretary, 'roster.assign-duty', duty());
    await send(secretary, 'roster.assign-duty', duty({ group: 'order' }));
    const input = { from: house.clock.now(), until: house.clock.now() + 24 * HOUR };
    const listed = async (id: string, group?: 'order' | 'testing') => {
      const { duties } = await as(id, (client) => client.duties(group ? { ...input, group } : input));
      return duties.map((d) => [d.group, d.memberName]);
    };
    expect(await listed(leader)).toEqual([['testing', '赵晓梅']]);
    expect(await listed(leader, 'order')).toEqual([]);
    expect(await listed(secretary)).toHaveLength(2);
    expect(await listed(secretary, 'order')).toEqual([['order', '赵晓梅']]);
    await expect(listed(volunteer)).rejects.toThrow('query.not-allowed');
  });
});

describe('one person entered twice', () => {
  it('keeps the duties that lie ahead under the entry that stays; those behind stay where they were', async () => {
    const kept = await addMember(house, area, { name: '赵晓梅' });
    const past = duty({ from: house.clock.now() - 8 * HOUR, until: house.clock.now() - 3 * HOUR });
    const ahead = duty();
    house.clock.advance(1);
    await send(secretary, 'roster.assign-duty', past);
    await send(secretary, 'roster.assign-duty', ahead);
    const merged = await send(secretary, 'accounts.merge-member', { memberId: volunteer, keptId: kept });
    expect(merged).toMatchObject({ outcome: 'done', problems: [] });
    const actor = await actorOf(kept);
    expect(can(rules, actor, 'sample', ahead.from)).toBe(true);
    expect(can(rules, actor, 'sample', past.from)).toBe(false);
    expect(can(rules, await actorOf(volunteer), 'sample', ahead.from)).toBe(false);
  });
});
