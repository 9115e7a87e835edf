import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { rosterModule } from '#core/roster/testing/mounted.ts';
import { openKeyRing } from '#kernel/crypto/key-ring.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { COLLECTIONS } from '../contract/sync.ts';
import { handoversModule } from '../module.ts';
import type { HandoversDoors } from './doors.ts';
import { handoversPersonalData } from './personal-data.ts';
import { handoversRouter } from './queries.ts';
import { groupSource } from './sync.ts';

type Client = RouterClient<ReturnType<typeof handoversRouter>>;

const HOUR = 3_600_000;
const NAMES = new Map<string, string>();
let house: TestHouse;
let doors: HandoversDoors;
let area: string;
let leader: string;
let early: string;
let late: string;
beforeAll(async () => {
  const open: { house?: TestHouse } = {};
  doors = {
    loadActors: async (tx, ids) => {
      if (!open.house) throw new Error('the house is not open yet');
      return open.house.loadActors(tx.areaId, ids);
    },
    members: { names: async (_tx, ids) => new Map(ids.map((id) => [id, NAMES.get(id) ?? ''])) },
  };
  house = await testHouse([rosterModule([]), handoversModule(doors)]);
  open.house = house;
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  leader = await member('陈组长', { role: 'leader', group: 'order' });
  early = await member('赵晓梅');
  late = await member('钱建国');
  for (const memberId of [early, late]) await duty(memberId);
});

async function member(name: string, about: object = {}): Promise<string> {
  const id = await addMember(house, area, { name, ...about });
  NAMES.set(id, name);
  house.clock.advance(1000);
  return id;
}
const newId = () => uuidv7(house.clock.now());
const send = (actor: string, kind: string, body: object, at?: number) => {
  house.clock.advance(1000);
  return house.send(area, actor, kind, body, at);
};
const told = async (answer: ReturnType<typeof send>) => {
  const { first, problems } = await answer;
  return problems[0]?.code ?? first;
};
async function duty(memberId: string, group = 'order'): Promise<void> {
  const from = house.clock.now();
  const body = { dutyId: newId(), memberId, group, place: '东门', from, until: from + 5 * HOUR };
  expect(await told(send('system', 'roster.assign-duty', body))).toBe('done');
}
const note = (about: object = {}) => ({
  noteId: newId(),
  group: 'order',
  place: '东门',
  chips: ['queue'],
  text: '下午送菜车多',
  points: [{ pointId: newId(), text: '雨棚漏水，报修了还没来', dueAt: null }],
  ...about,
});
const actorOf = async (id: string) => {
  const actor = (await house.loadActors(area, [id])).get(id);
  if (!actor) throw new Error('no actor');
  return actor;
};
const board = async (id = leader) => {
  const actor = await actorOf(id);
  const now = house.clock.now();
  const { rules } = house.registry;
  return house.read(area, (tx) => {
    const client: Client = createRouterClient(handoversRouter(doors), { context: { tx, actor, now, rules } });
    return client.board({ group: 'order' });
  });
};
const source = () => groupSource(doors);
const pulled = async (id: string, since = 0) => {
  const actor = await actorOf(id);
  return house.read(area, (tx) => source().delta(tx, actor, 'handovers.group/order', since));
};
const terms = async (id: string) => {
  const actor = await actorOf(id);
  return house.read(area, (tx) => source().terms(tx, actor, house.clock.now()));
};

describe('a handover between two shifts', () => {
  it('waits until another hand has taken it over; the author’s own does not count', async () => {
    const left = note();
    expect(await told(send(early, 'handovers.write-note', left))).toBe('done');
    expect((await board()).notes).toMatchObject([{ byName: '赵晓梅', takenOver: null, late: false }]);
    const confirm = (by: string) =>
      told(send(by, 'handovers.confirm-note', { readingId: newId(), noteId: left.noteId }));
    expect(await confirm(early)).toBe('done');
    house.clock.advance(2 * HOUR);
    expect((await board()).notes).toMatchObject([{ takenOver: null, late: true }]);
    expect(await confirm(late)).toBe('done');
    expect((await board()).notes).toMatchObject([{ takenOver: { byName: '钱建国' }, late: false }]);
  });

  it('leaves points that live on until they are done, by whom and when; late ones are marked', async () => {
    const left = note();
    await send(early, 'handovers.write-note', left);
    const [point] = left.points;
    const mark = (by: string, what: string, words = '') =>
      told(send(by, 'handovers.mark-point', { deedId: newId(), pointId: point?.pointId, what, note: words }));
    expect((await board()).points).toMatchObject([{ state: 'open', late: false, byName: '赵晓梅' }]);
    house.clock.advance(25 * HOUR);
    expect((await board()).points).toMatchObject([{ state: 'open', late: true }]);
    expect(await mark(leader, 'done', '师傅换了油布')).toBe('done');
    expect((await board()).points).toMatchObject([
      { state: 'done', late: false, deeds: [{ byName: '陈组长', note: '师傅换了油布' }] },
    ]);
    expect(await mark(leader, 'reopened', '又漏了')).toBe('done');
    expect((await board()).points).toMatchObject([{ state: 'open', late: true }]);
  });

  it('told a day later by a phone without a network is noted at its own time', async () => {
    const at = house.clock.now();
    house.clock.advance(24 * HOUR);
    expect(await told(send(early, 'handovers.write-note', note(), at))).toBe('done');
    expect((await board()).notes).toMatchObject([{ at }]);
  });
});

describe('who may', () => {
  it('is whoever is on duty in the group or leads it, then', async () => {
    const stranger = await member('孙丽');
    expect(await told(send(stranger, 'handovers.write-note', note()))).toBe('command.not-allowed');
    await duty(stranger, 'testing');
    expect(await told(send(stranger, 'handovers.write-note', note()))).toBe('handovers.not-your-group');
    const left = note();
    await send(early, 'handovers.write-note', left);
    const confirm = { readingId: newId(), noteId: left.noteId };
    expect(await told(send(stranger, 'handovers.confirm-note', confirm))).toBe('handovers.not-your-group');
    expect(await told(send(leader, 'handovers.confirm-note', confirm))).toBe('done');
    await expect(board(early)).rejects.toThrow('query.not-allowed');
  });

  it('is refused what nothing is known of, and the same under other ids', async () => {
    const left = note();
    await send(early, 'handovers.write-note', left);
    expect(await told(send(early, 'handovers.write-note', { ...left, text: 'x' }))).toBe(
      'handovers.id-taken',
    );
    const nowhere = { readingId: newId(), noteId: newId() };
    expect(await told(send(late, 'handovers.confirm-note', nowhere))).toBe('handovers.unknown-note');
    const nothing = { deedId: newId(), pointId: newId(), what: 'done', note: '' };
    expect(await told(send(late, 'handovers.mark-point', nothing))).toBe('handovers.unknown-point');
    const empty = note({ chips: [], text: ' ', points: [] });
    expect((await send(early, 'handovers.write-note', empty)).first).toBe('refused');
  });
});

describe('a phone', () => {
  it('on duty gets the group’s places with colleagues masked; a stranger gets no term', async () => {
    await send(early, 'handovers.write-note', note());
    const rows = await pulled(late);
    expect(rows[COLLECTIONS.note]?.rows).toMatchObject([{ text: '下午送菜车多', byName: '赵**' }]);
    expect(rows[COLLECTIONS.point]?.rows).toHaveLength(1);
    const version = Number(rows[COLLECTIONS.note]?.rows[0]?.version);
    expect((await pulled(late, version))[COLLECTIONS.note]?.rows).toEqual([]);
    expect(await terms(late)).toEqual(['handovers.group/order']);
    expect(await terms(await member('孙丽'))).toEqual([]);
  });

  it('gets a fortnight of notes, and what is still open whatever its age', async () => {
    const old = note();
    await send(early, 'handovers.write-note', old);
    house.clock.advance(20 * 24 * HOUR);
    await send(leader, 'handovers.write-note', note({ points: [] }));
    const rows = await pulled(leader);
    expect(rows[COLLECTIONS.note]?.rows).toHaveLength(1);
    expect(rows[COLLECTIONS.point]?.rows).toHaveLength(1);
  });
});

describe('the words', () => {
  const words = async () => {
    const { rows } = await house.read(area, (tx) =>
      sql<{ kept: number; sealed: string }>`
        select count(text_sealed)::int4 as kept, coalesce(max(encode(text_sealed, 'escape')), '') as sealed
        from handovers.note where area_id = ${tx.areaId}`.execute(tx.db),
    );
    return rows[0];
  };

  it('rest sealed', async () => {
    await send(early, 'handovers.write-note', note({ text: 'rain' }));
    const rested = await words();
    expect(rested?.kept).toBe(1);
    expect(rested?.sealed).not.toContain('rain');
  });

  it('go when their time is over; an open point keeps its own until it is done', async () => {
    const left = note();
    await send(early, 'handovers.write-note', left);
    const keeping = handoversPersonalData[0]?.keeping;
    if (!keeping || !('remove' in keeping)) throw new Error('it is kept without a term');
    const keys = await openKeyRing(join(house.dataFolder, 'keys')).of(area);
    const remove = (before: number) =>
      inArea(house.database.db, area, keys, (tx) => keeping.remove(tx, before, 100, 1_000_000));
    await remove(house.clock.now() - HOUR);
    expect((await board()).notes).toMatchObject([{ text: '下午送菜车多' }]);
    await remove(house.clock.now() + HOUR);
    const [point] = left.points;
    expect(await board()).toMatchObject({
      notes: [{ text: null, chips: ['queue'] }],
      points: [{ text: point?.text }],
    });
    const done = { deedId: newId(), pointId: point?.pointId, what: 'done', note: '修好了' };
    await send(leader, 'handovers.mark-point', done);
    await remove(house.clock.now() + HOUR);
    expect((await board()).points).toMatchObject([{ text: null, deeds: [{ note: null }] }]);
  });
});
