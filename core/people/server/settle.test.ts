import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPeopleWorld } from '../testing/people-world.ts';

const NUMBER = '310199198809074298';

type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;
let building: string;
let here: string;
let rooms = 100;

beforeAll(async () => {
  w = await openPeopleWorld();
  building = await w.area.building(await w.area.compound());
});
afterAll(() => w.world.close());
beforeEach(async () => {
  rooms += 1;
  here = await w.area.dwelling(building, String(rooms));
});

const send = (kind: string, body: unknown, actor = w.secretary) => w.world.send(actor, kind, body);
const resident = (id: string) => w.ask(w.secretary, (people) => people.resident({ residentId: id }));
const refused = (code: string) => ({ outcome: 'refused', problems: [{ code: `people.${code}` }] });
const DONE = { outcome: 'done' };
const open = async (isOpen = true) =>
  (await w.ask(w.secretary, (people) => people.discrepancies({ open: isOpen, limit: 50 }))).discrepancies;
const first = async () => {
  const [found] = await open();
  if (!found) throw new Error('nothing is open');
  return found;
};
const settle = (discrepancyId: string, resolution: string) =>
  send('people.settle', { discrepancyId, resolution, note: '已上门核对' });

/** A volunteer reads a number at the door that another entry bears. */
async function sameNumber() {
  const other = await w.area.resident(here, { name: '王红', idNumber: NUMBER });
  const visited = await w.area.resident(here, { name: '汪红' });
  const volunteer = w.world.actor('duty:testing');
  await send('people.confirm-field', { residentId: visited, set: { idNumber: NUMBER } }, volunteer);
  return { visited, other };
}
const free = async (...ids: string[]) => {
  for (const residentId of ids)
    await send('people.end-resident', { residentId, reason: 'entered-by-mistake' });
};

describe('a number read at the door that somebody else bears', () => {
  it('is told with both people and what was read, masked', async () => {
    const { visited, other } = await sameNumber();
    const found = await first();
    expect(found).toMatchObject({
      code: 'people.id-number-taken',
      people: [{ id: visited }, { id: other }],
      resolutions: ['merge', 'number-of-first', 'number-of-second', 'accept'],
    });
    expect(found.said?.values).toContainEqual({ field: 'idNumber', value: '310***********4298' });
    expect(JSON.stringify(found)).not.toContain(NUMBER);
    expect(await w.ask(w.secretary, (people) => people.waiting())).toMatchObject({ discrepancies: 1 });
    expect(await settle(found.id, 'accept')).toMatchObject(DONE);
    await free(visited, other);
  });

  it('is the visited person’s: the other loses it, and the reason is kept', async () => {
    const { visited, other } = await sameNumber();
    const { id } = await first();
    expect(await settle(id, 'number-of-first')).toMatchObject(DONE);
    expect(await resident(other)).toMatchObject({ idMask: null });
    expect(await resident(visited)).toMatchObject({ idMask: '310***********4298' });
    expect(await open()).toEqual([]);
    expect((await open(false))[0]).toMatchObject({ id, resolution: 'number-of-first', note: '已上门核对' });
    expect(await settle(id, 'accept')).toMatchObject(refused('already-settled'));
    await free(visited, other);
  });

  it('is the other’s: the visited person loses it', async () => {
    const { visited, other } = await sameNumber();
    await settle((await first()).id, 'number-of-second');
    // What was read out of the number went with it.
    expect(await resident(visited)).toMatchObject({ idMask: null, birthDate: null, sex: null });
    expect(await resident(other)).toMatchObject({ idMask: '310***********4298' });
    await free(visited, other);
  });

  it('is settled by the merge that makes one of them', async () => {
    const { visited, other } = await sameNumber();
    const { id: discrepancyId } = await first();
    expect(await settle(discrepancyId, 'merge')).toMatchObject(refused('resolution-wrong'));
    const stranger = await w.area.resident(here);
    const merge = { keptId: other, take: [], reason: '同一人', discrepancyId };
    expect(await send('people.merge-residents', { ...merge, mergedId: stranger })).toMatchObject(
      refused('no-such-discrepancy'),
    );
    expect(await send('people.merge-residents', { ...merge, mergedId: visited })).toMatchObject(DONE);
    expect(await open()).toEqual([]);
    await free(other);
  });
});

describe('two visits that differ', () => {
  async function twoVisits() {
    const id = await w.area.resident(here, { phone: '19900000051' });
    const now = w.world.clock.now();
    await send('people.confirm-field', { residentId: id, set: { phone: '19900000052' } });
    const late = { residentId: id, set: { phone: '19900000053' } };
    await w.world.send(w.secretary, 'people.confirm-field', late, { claimedAt: now - 60_000 });
    return id;
  }

  it('leave the later one standing when the desk says so', async () => {
    const id = await twoVisits();
    const found = await first();
    expect(found.said?.values).toEqual([{ field: 'phone', value: '199****0053' }]);
    expect(await settle(found.id, 'keep-later')).toMatchObject(DONE);
    expect(await resident(id)).toMatchObject({ phoneMask: '199****0052' });
  });

  it('or take the earlier one, out of the log of the visit', async () => {
    const id = await twoVisits();
    expect(await settle((await first()).id, 'take-earlier')).toMatchObject(DONE);
    expect(await resident(id)).toMatchObject({ phoneMask: '199****0053' });
  });
});

describe('somebody met who had been ended', () => {
  it('is brought back, or stays as he or she is', async () => {
    for (const [resolution, endedAt] of [
      ['restore', null],
      ['stays-ended', expect.any(Number)],
    ] as const) {
      const residentId = await w.area.resident(here);
      await send('people.end-resident', { residentId, reason: 'moved-out' });
      await send('people.set-away', { residentId, away: false, reason: '' });
      const found = await first();
      expect(found).toMatchObject({ code: 'people.resident-ended', people: [{ id: residentId }] });
      expect(await settle(found.id, resolution)).toMatchObject(DONE);
      expect(await resident(residentId)).toMatchObject({ endedAt });
    }
  });

  it('cannot be settled by a way that fits something else, nor what is unknown', async () => {
    const residentId = await w.area.resident(here);
    await send('people.end-resident', { residentId, reason: 'moved-out' });
    await send('people.set-away', { residentId, away: false, reason: '' });
    const { id } = await first();
    expect(await settle(id, 'number-of-first')).toMatchObject(refused('resolution-wrong'));
    expect(await settle(w.ids.next(), 'accept')).toMatchObject(refused('no-such-discrepancy'));
    await settle(id, 'stays-ended');
  });
});

describe('entries that look alike', () => {
  const pairs = async () => (await w.ask(w.secretary, (people) => people.duplicates())).pairs;
  const idsOf = async () => (await pairs()).map((pair) => pair.people.map(({ id }) => id).sort());

  it('are proposed with the reason, until someone says that they are two people', async () => {
    const one = await w.area.resident(here, { name: '单晓红', phone: '19900000061' });
    const there = await w.area.dwelling(building, `${rooms}丙`);
    const other = await w.area.resident(there, { name: '单晓红', phone: '19900000061' });
    const both = [one, other].sort();
    expect(await idsOf()).toContainEqual(both);
    const found = (await pairs()).find((pair) => pair.people.some(({ id }) => id === one));
    expect(found?.why).toEqual(['phone', 'name']);
    await send('people.tell-apart', { residentId: other, otherId: one, note: '母女同名' });
    expect(await idsOf()).not.toContainEqual(both);
  });

  it('are not a family with one phone, nor two with different numbers', async () => {
    const child = await w.area.resident(here, { name: '熊小宝', phone: '19900000071' });
    const mother = await w.area.resident(here, { name: '宋玉', phone: '19900000071' });
    const a = await w.area.resident(here, { name: '李明', idNumber: '310199198809074298' });
    const b = await w.area.resident(here, { name: '李明', idNumber: '31019919870103346X' });
    const found = await idsOf();
    expect(found).not.toContainEqual([child, mother].sort());
    expect(found).not.toContainEqual([a, b].sort());
    await free(a, b);
  });

  it('are compared side by side, by trust, and the masks hide no difference', async () => {
    const bare = await w.area.resident(here, { name: '薛怡燕', phone: '19900000081' });
    const full = await w.area.resident(here, { name: '薛怡雁', phone: '19910000081', relation: '户主' });
    await send('people.confirm-field', { residentId: full, set: { relation: '妻' } });
    const compared = await w.ask(w.secretary, (people) =>
      people.compare({ residentId: bare, otherId: full }),
    );
    expect(compared.people.map(({ id }) => id)).toEqual([full, bare]);
    expect(compared.differing).toEqual(['name', 'phone', 'relation']);
    expect(compared.proposals).toEqual({ [full]: [], [bare]: ['relation'] });
  });

  it('are shown to the desk only', async () => {
    const volunteer = w.world.actor('duty:testing');
    await expect(w.ask(volunteer, (people) => people.duplicates())).rejects.toMatchObject({
      problem: { code: 'query.not-allowed' },
    });
  });
});
