import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/access/access.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import { testMembers } from '../testing/mounted.ts';
import { openPeopleWorld } from '../testing/people-world.ts';
import { exportLooks } from './export-looks.ts';

type PeopleWorld = Awaited<ReturnType<typeof openPeopleWorld>>;

let w: PeopleWorld;
let leader: Actor;
let volunteer: Actor;
let wang: string;
let li: string;
const look = (actor: Actor, residentId: string, reason = '通知取药') => {
  w.world.clock.advance(1);
  return w.world.send(actor, 'people.look', { residentId, fields: ['phone'], reason });
};

beforeAll(async () => {
  w = await openPeopleWorld();
  leader = w.world.actor('role:leader:testing');
  volunteer = w.world.actor('role:volunteer', 'duty:testing');
  const dwelling = await w.area.dwelling(await w.area.building(await w.area.compound()));
  wang = await w.area.resident(dwelling, { name: '王常住', phone: '19900000001' });
  li = await w.area.resident(dwelling, { name: '李远行', phone: '19900000002' });
  for (let i = 0; i < 20; i++) await look(leader, wang);
  await look(w.secretary, li, '核对身份');
});
afterAll(() => w.world.close());

describe('the looked-at list', () => {
  it('is narrowed to one looker, or to one resident', async () => {
    const ask = (input: { actorId?: string; residentId?: string }) =>
      w.ask(w.secretary, (people) => people.looks({ before: null, limit: 100, ...input }));
    expect((await ask({})).looks).toHaveLength(21);
    expect((await ask({ actorId: leader.id })).looks.map(({ name }) => name)).not.toContain('李远行');
    expect((await ask({ residentId: li })).looks).toMatchObject([
      { actorId: w.secretary.id, name: '李远行', reason: '核对身份' },
    ]);
    expect((await ask({ actorId: leader.id, residentId: li })).looks).toEqual([]);
  });

  it('counts who looks often, so that somebody asks why', async () => {
    const { many, lookers } = await w.ask(w.secretary, (people) => people.lookers());
    expect(many).toBe(20);
    expect(lookers).toEqual([
      { actorId: leader.id, day: 20, week: 20 },
      { actorId: w.secretary.id, day: 1, week: 1 },
    ]);
    w.world.clock.advance(25 * 3_600_000);
    const later = await w.ask(w.secretary, (people) => people.lookers());
    expect(later.lookers[0]).toMatchObject({ actorId: leader.id, day: 0, week: 20 });
  });

  it('is exported whole, with names and reasons and without what was looked at', async () => {
    const { sheets } = readSheet(await w.world.read((tx) => exportLooks(tx, testMembers, 'Asia/Shanghai')));
    const texts = sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.text ?? '')) ?? [];
    expect(texts).toHaveLength(22);
    expect(texts[1]).toContain('核对身份');
    expect(texts[1]?.join(' ')).toContain('李远行');
    expect(texts.flat().join(' ')).not.toMatch(/1990000000\d/);
  });

  it('is open to the secretary alone, and a volunteer’s attempt leaves no look', async () => {
    expect(await look(volunteer, wang)).toMatchObject({ outcome: 'refused' });
    for (const actor of [leader, volunteer, w.world.actor('role:command')]) {
      await expect(w.ask(actor, (people) => people.lookers())).rejects.toThrow();
      await expect(w.ask(actor, (people) => people.looks({ before: null, limit: 5 }))).rejects.toThrow();
    }
    const { looks } = await w.ask(w.secretary, (people) => people.looks({ before: null, limit: 100 }));
    expect(looks.some(({ actorId }) => actorId === volunteer.id)).toBe(false);
  });
});
