import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SmallArea } from '#core/people/testing/small-area.ts';
import { insertSettings } from '#kernel/settings/server/store.ts';
import type { FullContacts } from '../../contract/contact-queries.ts';
import { fullContactsPath } from '../../contract/contact-queries.ts';
import { CHOICES } from '../../testing/call-up.ts';
import { testingDoors } from '../../testing/mounted.ts';
import { problemIn, ServedTesting } from '../../testing/served.ts';
import { TestingWorld } from '../../testing/world.ts';

let t: TestingWorld;
let served: ServedTesting;
let sister: string;
const MINUTE = 60_000;

/** Two in the positive tube; one at the lane soon after, one too late, one at another lane; a sister who never came. */
beforeAll(async () => {
  t = await TestingWorld.open({ people: 8 });
  served = new ServedTesting(t);
  const area = new SmallArea(
    async (kind, body) => {
      const answer = await t.desk(kind, body);
      if (answer.outcome !== 'done') throw new Error(`${kind}: ${answer.problems[0]?.code ?? ''}`);
    },
    { next: () => t.newId() },
  );
  const cards = await t.world.read((tx) => testingDoors.people.residentsByIds(tx, [t.person(0)]));
  const { dwellingId = '' } = cards.get(t.person(0)) ?? {};
  sister = await area.resident(dwellingId, { name: '王小妹', phone: '19900000077' });
  await t.openRound();
  t.world.clock.advance(60 * MINUTE);
  const positive = t.newId();
  await t.send('testing.sample', t.scan(0, 'P1', positive), t.sampler);
  await t.send('testing.sample', t.scan(1, 'P1', positive), t.sampler);
  t.world.clock.advance(4 * MINUTE);
  await t.send('testing.sample', t.scan(2, 'N1', t.newId()), t.sampler);
  await t.send('testing.sample', t.scan(3, 'N2', t.newId(), 1), t.sampler);
  await t.send('testing.sample', t.scan(null, 'N1', t.newId()), t.sampler);
  t.world.clock.advance(30 * MINUTE);
  await t.send('testing.sample', t.scan(4, 'N3', t.newId()), t.sampler);
});
afterAll(async () => {
  await served.close();
  await t.close();
});

const contacts = (input: { code?: string; residentId?: string } = {}, actor = t.leader) =>
  t.ask((c) => c.contacts({ roundId: t.roundId, code: 'P1', ...input }), actor);
const look = (residentIds: string[], actor = t.leader, kind = 'testing.look-contacts' as const) => {
  const body = { roundId: t.roundId, tubeCode: 'P1', residentIds, reason: '流调排查密接' };
  const id = t.newId();
  return t.send(kind, body, actor, { id }).then((answer) => ({ ...answer, id }));
};

describe('contacts of a positive tube', () => {
  it('are its people in order, those who live with them, those at the lane about that time; nobody else', async () => {
    const { contacts: list, minutes } = await contacts();
    expect(minutes).toBe(10);
    expect(
      list.map(({ residentId, index, ties }) => [
        residentId,
        index,
        ties.map(({ kind, position, minutes: apart }) => [kind, position ?? apart]),
      ]),
    ).toEqual([
      [t.person(0), true, [['tube', 1]]],
      [t.person(1), true, [['tube', 2]]],
      [sister, false, [['dwelling', null]]],
      [null, false, [['lane', 5]]],
      [t.person(2), false, [['lane', 5]]],
    ]);
  });

  it('are masked, with dwelling and masked phone', async () => {
    const { contacts: list } = await contacts();
    const own = list.find(({ residentId }) => residentId === sister);
    expect(own).toMatchObject({ name: '王**', phone: '199****0077', at: null, tubeCode: null });
    expect(own?.place).toContain('3号');
    expect(JSON.stringify(list)).not.toContain('王小妹');
  });

  it('of one of its people leave out whom only the others are tied to', async () => {
    const { contacts: list } = await contacts({ residentId: t.person(1) });
    expect(list.filter(({ index }) => index).map(({ residentId }) => residentId)).toEqual([t.person(1)]);
    expect(list.find(({ residentId }) => residentId === t.person(0))?.ties.map(({ kind }) => kind)).toEqual([
      'tube',
      'lane',
    ]);
    expect(list.some(({ residentId }) => residentId === sister)).toBe(false);
  });

  it('of a tube nobody knows, or of somebody not in it, are named so', async () => {
    for (const input of [{ code: 'Z9' }, { residentId: t.person(4) }]) {
      await expect(contacts(input)).rejects.toMatchObject({ problem: { code: 'testing.no-such-tube' } });
    }
  });

  it('follow the dated number of minutes', async () => {
    const set = { id: t.newId(), version: 1, key: 'testing.contact-minutes', value: 2, validFrom: 0 };
    await t.world.write((tx) => insertSettings(tx, [{ ...set, source: '流调要求', setBy: t.leader.id }]));
    const { contacts: list, minutes } = await contacts();
    expect(minutes).toBe(2);
    expect(list.flatMap(({ ties }) => ties.map(({ kind }) => kind))).toEqual(['tube', 'tube', 'dwelling']);
  });

  it('are not for whoever may not see results', async () => {
    for (const actor of [t.sampler, t.stranger]) {
      await expect(contacts({}, actor)).rejects.toMatchObject({ problem: { code: 'query.not-allowed' } });
    }
  });
});

describe('contacts in full', () => {
  const open = (lookId: string, actor = t.leader, factor = true) =>
    served.get(fullContactsPath(t.world.areaId, lookId), actor, factor);

  it('open to whoever gave a reason, with names and phones of those on the list and of no others', async () => {
    const { id, outcome } = await look([sister, t.person(0), t.person(4)]);
    expect(outcome).toBe('done');
    const answer = await open(id);
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const { people } = JSON.parse(answer.body.toString()) as FullContacts;
    expect(people[sister]).toEqual({ name: '王小妹', phone: '19900000077' });
    expect(people[t.person(0)]?.name).toMatch(/^王/);
    expect(people[t.person(4)]).toBeUndefined();
  });

  it('ask for the second factor', async () => {
    const { id } = await look([sister]);
    expect((await open(id, t.leader, false)).status).toBe(403);
  });

  it('open to nobody else, and not for ever', async () => {
    const { id } = await look([sister]);
    const command = t.world.actor('role:command');
    expect([(await open(id, command)).status, problemIn(await open(id, command))]).toEqual([
      404,
      'testing.look-unknown',
    ]);
    expect(problemIn(await open(t.newId()))).toBe('testing.look-unknown');
    expect(problemIn(await open('nonsense'))).toBe('testing.look-unknown');
    t.world.clock.advance(31 * MINUTE);
    expect([(await open(id)).status, problemIn(await open(id))]).toEqual([410, 'testing.look-expired']);
  });

  it('are refused to a deputy, a volunteer, another group; nothing is left of the attempt', async () => {
    const deputy = t.world.actor('role:deputy:testing');
    for (const actor of [deputy, t.sampler, t.stranger]) {
      const { id, outcome } = await look([sister], actor);
      expect(outcome).toBe('refused');
      expect(problemIn(await open(id, actor))).toBe('query.not-allowed');
    }
  });

  it('do not open by a print that was masked, nor by a look at the round’s records', async () => {
    const id = t.newId();
    const body = { roundId: t.roundId, tubeCode: 'P1', residentIds: [sister], reason: '交疾控' };
    expect(await t.send('testing.print-contacts', body, t.leader, { id })).toMatchObject({ outcome: 'done' });
    expect(problemIn(await open(id))).toBe('testing.look-unknown');
  });
});

describe('the same call-up slot', () => {
  it('ties whoever was called with them, also who did not come, with the time of the slot', async () => {
    t.renewRound();
    await t.send('testing.create-round', t.round);
    const startsAt = t.world.clock.now();
    const choices = { ...CHOICES, startsAt, batch: 20 };
    const planned = await t.send('testing.plan-call-up', { roundId: t.roundId, planId: t.newId(), choices });
    expect(planned.outcome).toBe('done');
    await t.send('testing.open-round', { roundId: t.roundId });
    await t.send('testing.sample', t.scan(0, 'P2', t.newId()), t.sampler);
    const { contacts: list } = await contacts({ code: 'P2' });
    const slots = list.flatMap(({ residentId, ties }) =>
      ties.flatMap(({ kind, where }) => (kind === 'slot' ? [{ residentId, where }] : [])),
    );
    expect(slots.length).toBeGreaterThan(0);
    expect(slots.every(({ where }) => /^\d\d:\d\d–\d\d:\d\d$/.test(where ?? ''))).toBe(true);
    expect(slots.some(({ residentId }) => residentId === t.person(0))).toBe(false);
    expect(new Set(slots.map(({ residentId }) => residentId)).has(t.person(2))).toBe(true);
  });
});
