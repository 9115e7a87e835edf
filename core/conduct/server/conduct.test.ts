import { createRouterClient, type RouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { rosterModule } from '#core/roster/testing/mounted.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { COLLECTIONS, type CodeOnPhone } from '../contract/sync.ts';
import { conductModule, passedFirst } from '../module.ts';
import { aCode, answersTo } from '../testing/code.ts';
import type { ConductDoors } from './doors.ts';
import { conductRouter } from './queries.ts';
import { mineSource } from './sync.ts';

type Client = RouterClient<ReturnType<typeof conductRouter>>;

const HOUR = 3_600_000;
let house: TestHouse;
let doors: ConductDoors;
let area: string;
let secretary: string;
let leader: string;
let volunteer: string;
beforeAll(async () => {
  const late: { house?: TestHouse } = {};
  doors = {
    loadActors: async (tx, ids) => {
      if (!late.house) throw new Error('the house is not open yet');
      return late.house.loadActors(tx.areaId, ids);
    },
    members: { names: async (_tx, ids) => new Map(ids.map((id) => [id, '陈组长'])) },
  };
  house = await testHouse([rosterModule([passedFirst]), conductModule(doors)]);
  late.house = house;
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary' });
  leader = await addMember(house, area, { role: 'leader', group: 'order', name: '陈组长' });
  volunteer = await addMember(house, area, { name: '赵晓梅', group: 'order' });
  house.clock.advance(1000);
});

const newId = () => uuidv7(house.clock.now());
const send = (actor: string, kind: string, body: object) => {
  house.clock.advance(1000);
  return house.send(area, actor, kind, body);
};
const told = async (answer: ReturnType<typeof send>) => {
  const { first, problems } = await answer;
  return problems[0]?.code ?? first;
};
const publish = async (draft = aCode(newId), change = 'pass-anew', note = '') => {
  expect(await told(send(leader, 'conduct.draft-code', draft))).toBe('done');
  expect(await told(send(leader, 'conduct.publish-code', { codeId: draft.codeId, change, note }))).toBe(
    'done',
  );
  return draft;
};
const sit = (draft: ReturnType<typeof aCode>, wrong = 0, who = volunteer) =>
  send(who, 'conduct.take-quiz', {
    attemptId: newId(),
    codeId: draft.codeId,
    answers: answersTo(draft, wrong),
  });
const duty = (about: object = {}) => ({
  dutyId: newId(),
  memberId: volunteer,
  group: 'order',
  place: '东门',
  from: house.clock.now() + HOUR,
  until: house.clock.now() + 5 * HOUR,
  ...about,
});
const as = async <T>(id: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const actor = (await house.loadActors(area, [id])).get(id);
  if (!actor) throw new Error('no actor');
  const now = house.clock.now();
  const { rules } = house.registry;
  return house.read(area, (tx) =>
    work(createRouterClient(conductRouter(doors), { context: { tx, actor, now, rules } })),
  );
};
const people = async (id = leader) => (await as(id, (c) => c.people({ group: 'order' }))).people;
const standing = async () => (await people()).find(({ memberId }) => memberId === volunteer)?.fitness;
const pulled = async (id: string, since = 0) => {
  const actor = (await house.loadActors(area, [id])).get(id);
  if (!actor) throw new Error('no actor');
  return house.read(area, (tx) => mineSource.delta(tx, actor, 'conduct.mine', since));
};

describe('writing a code', () => {
  it('is for those who lead the group; a draft is nobody else’s to see', async () => {
    const draft = aCode(newId);
    const other = await addMember(house, area, { role: 'leader', group: 'testing' });
    expect(await told(send(other, 'conduct.draft-code', draft))).toBe('conduct.not-your-group');
    expect(await told(send(volunteer, 'conduct.draft-code', draft))).toBe('command.not-allowed');
    expect(await told(send(leader, 'conduct.draft-code', draft))).toBe('done');
    expect((await pulled(volunteer))[COLLECTIONS.code]?.rows).toEqual([]);
    await expect(as(other, (c) => c.codes({ group: 'order' }))).rejects.toThrow('query.not-allowed');
    await expect(people(volunteer)).rejects.toThrow('query.not-allowed');
  });

  it('a draft is written anew until it is published; there is one a group', async () => {
    const draft = aCode(newId);
    await send(leader, 'conduct.draft-code', draft);
    expect(await told(send(secretary, 'conduct.draft-code', aCode(newId)))).toBe('conduct.draft-exists');
    expect(await told(send(secretary, 'conduct.draft-code', { ...draft, title: '东门守则' }))).toBe('done');
    const { codes } = await as(leader, (c) => c.codes({ group: 'order' }));
    expect(codes).toMatchObject([{ title: '东门守则', number: null, questions: draft.questions }]);
    await send(leader, 'conduct.publish-code', { codeId: draft.codeId, change: 'pass-anew', note: '' });
    expect(await told(send(leader, 'conduct.draft-code', draft))).toBe('conduct.not-a-draft');
  });

  it('a draft that is dropped makes room for another', async () => {
    const draft = aCode(newId);
    await send(leader, 'conduct.draft-code', draft);
    expect(await told(send(leader, 'conduct.drop-draft', { codeId: draft.codeId }))).toBe('done');
    expect((await as(leader, (c) => c.codes({ group: 'order' }))).codes).toEqual([]);
    expect(await told(send(leader, 'conduct.draft-code', draft))).toBe('conduct.not-a-draft');
    expect(await told(send(leader, 'conduct.draft-code', aCode(newId)))).toBe('done');
  });

  it('is refused with a question that cannot be answered, without points, or with nothing to pass', async () => {
    const good = aCode(newId, { asks: 2 });
    const [first, second] = good.questions;
    if (!first || !second) throw new Error('no questions');
    const bad = { ...good, questions: [first, { ...second, right: [newId()] }] };
    const answer = await send(leader, 'conduct.draft-code', bad);
    expect(answer.problems).toMatchObject([{ code: 'conduct.bad-question', details: { number: 2 } }]);
    const empty = aCode(newId, { points: [], asks: 0 });
    await send(leader, 'conduct.draft-code', empty);
    const ask = { codeId: empty.codeId, change: 'pass-anew', note: '' };
    expect(await told(send(leader, 'conduct.publish-code', ask))).toBe('conduct.no-points');
    await send(leader, 'conduct.draft-code', { ...aCode(newId, { asks: 0 }), codeId: empty.codeId });
    expect(await told(send(leader, 'conduct.publish-code', ask))).toBe('conduct.nothing-to-pass');
  });

  it('its video has to be here before it is published', async () => {
    const file = { fileId: newId(), sha256: 'a'.repeat(64), size: 5_000_000, type: 'video/mp4' };
    const draft = { ...aCode(newId), video: { file, name: '门岗培训.mp4' } };
    expect(await told(send(leader, 'conduct.draft-code', draft))).toBe('done');
    const ask = { codeId: draft.codeId, change: 'pass-anew', note: '' };
    expect(await told(send(leader, 'conduct.publish-code', ask))).toBe('conduct.video-not-here');
    const { codes } = await as(leader, (c) => c.codes({ group: 'order' }));
    expect(codes[0]?.video).toMatchObject({ name: '门岗培训.mp4', receivedAt: null });
  });
});

describe('a duty in the group', () => {
  it('goes to nobody who has not passed, with plain words; passing opens it', async () => {
    const draft = await publish();
    expect(await told(send(leader, 'roster.assign-duty', duty()))).toBe('conduct.not-passed');
    expect(await told(sit(draft, 2))).toBe('done');
    expect(await told(send(leader, 'roster.assign-duty', duty()))).toBe('conduct.not-passed');
    expect(await told(sit(draft, 1))).toBe('done');
    expect(await told(send(leader, 'roster.assign-duty', duty()))).toBe('done');
  });

  it('is nobody’s business in another group, nor where the code has no quiz', async () => {
    await publish();
    expect(await told(send(secretary, 'roster.assign-duty', duty({ group: 'testing' })))).toBe('done');
    const plain = aCode(newId, { asks: 0, group: 'patrol' });
    await send(secretary, 'conduct.draft-code', plain);
    const ask = { codeId: plain.codeId, change: 'acknowledge', note: '' };
    expect(await told(send(secretary, 'conduct.publish-code', ask))).toBe('done');
    expect(await told(send(secretary, 'roster.assign-duty', duty({ group: 'patrol' })))).toBe('done');
  });

  it('given before the code was published stays, and is shown as open', async () => {
    const before = duty();
    expect(await told(send(leader, 'roster.assign-duty', before))).toBe('done');
    await publish();
    expect(await people()).toContainEqual(
      expect.objectContaining({ memberId: volunteer, fitness: 'must-pass', nextDutyFrom: before.from }),
    );
    expect((await as(leader, (c) => c.open())).groups).toEqual([
      { group: 'order', mustPass: 1, mustAcknowledge: 0 },
    ]);
  });

  it('after a small change is still given, and reading is asked for; after a great one it is not', async () => {
    const first = await publish();
    await sit(first);
    expect(await standing()).toBe('fit');
    const second = await publish(aCode(newId), 'acknowledge', '加了一条');
    expect(await standing()).toBe('must-acknowledge');
    expect(await told(send(leader, 'roster.assign-duty', duty()))).toBe('done');
    const read = { acknowledgementId: newId(), codeId: second.codeId };
    expect(await told(send(volunteer, 'conduct.acknowledge', read))).toBe('done');
    expect(await standing()).toBe('fit');
    await publish(aCode(newId), 'pass-anew');
    expect(await told(send(leader, 'roster.assign-duty', duty()))).toBe('conduct.not-passed');
  });

  it('is free again once the code is withdrawn', async () => {
    const draft = await publish();
    const body = { codeId: draft.codeId, reason: '重写' };
    expect(await told(send(leader, 'conduct.withdraw-code', body))).toBe('done');
    expect(await told(send(leader, 'conduct.withdraw-code', body))).toBe('conduct.not-in-force');
    expect(await standing()).toBe('not-asked');
    expect(await told(send(leader, 'roster.assign-duty', duty()))).toBe('done');
  });
});

describe('sitting the quiz', () => {
  it('before the wait is over is noted and does not count, even with everything right', async () => {
    const draft = await publish();
    for (const wrong of [3, 3, 3]) await sit(draft, wrong);
    expect(await told(sit(draft))).toBe('done');
    expect(await standing()).toBe('must-pass');
    const rows = (await pulled(volunteer))[COLLECTIONS.attempt]?.rows ?? [];
    expect(rows.map(({ counts }) => counts)).toEqual([true, true, true, false]);
    house.clock.advance(11 * 60_000);
    await sit(draft);
    expect(await standing()).toBe('fit');
  });

  it('of a version replaced meanwhile is kept as what it was: a phone was offline', async () => {
    const first = await publish();
    const taken = house.clock.now();
    await publish(aCode(newId), 'pass-anew');
    const body = { attemptId: newId(), codeId: first.codeId, answers: answersTo(first) };
    const answer = await house.send(area, volunteer, 'conduct.take-quiz', body, taken);
    expect(answer.outcome).toBe('done');
    expect(await standing()).toBe('must-pass');
  });

  it('is refused of a draft, of a version without one, and by a stranger', async () => {
    const draft = aCode(newId);
    await send(leader, 'conduct.draft-code', draft);
    expect(await told(sit(draft))).toBe('conduct.unknown-code');
    expect(await told(sit(draft, 0, uuidv7(1)))).toBe('command.not-allowed');
  });

  it('tells a phone what to mark with, and no answer; my own tries and nobody else’s', async () => {
    const draft = await publish();
    await sit(draft, 2, leader);
    await sit(draft);
    const mine = await pulled(volunteer);
    const [code] = (mine[COLLECTIONS.code]?.rows ?? []) as unknown as CodeOnPhone[];
    expect(code).toMatchObject({ number: 1, videoKey: null });
    expect(Object.keys(code?.keys ?? {})).toHaveLength(5);
    expect(JSON.stringify(code)).not.toMatch(/"right"|"answers"/);
    expect(mine[COLLECTIONS.attempt]?.rows).toMatchObject([{ memberId: volunteer, passed: true }]);
    expect(mine[COLLECTIONS.home]?.rows).toMatchObject([{ group: 'order' }]);
    expect((await pulled(volunteer, code?.version))[COLLECTIONS.code]?.rows).toEqual([]);
    await publish(aCode(newId), 'acknowledge');
    const [old] =
      (await pulled(volunteer, code?.version))[COLLECTIONS.code]?.rows.filter(
        ({ id }) => id === draft.codeId,
      ) ?? [];
    expect(old).toMatchObject({ points: [], questions: [], replacedAt: house.clock.now() });
  });
});

describe('one person entered twice', () => {
  it('keeps what either has passed', async () => {
    const draft = await publish();
    await sit(draft);
    const kept = await addMember(house, area, { name: '赵晓梅', group: 'order' });
    await send(secretary, 'accounts.merge-member', { memberId: volunteer, keptId: kept });
    expect((await people()).find(({ memberId }) => memberId === kept)?.fitness).toBe('fit');
  });
});

it('no other area sees a code: row-level security stands behind the queries', async () => {
  await publish();
  const elsewhere = await house.newArea('别处');
  const counted = await house.read(elsewhere, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int4 as n from conduct.code`.execute(tx.db);
    return rows[0]?.n;
  });
  expect(counted).toBe(0);
});
