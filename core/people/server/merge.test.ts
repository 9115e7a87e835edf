import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleReader } from '../testing/mounted.ts';
import { openPeopleWorld } from '../testing/people-world.ts';

const NUMBER = '310199198809074298';
const OTHER_NUMBER = '31019919870103346X';

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

/** The same lady, entered from the register and again at a door. */
async function twoEntries() {
  const keptId = await w.area.resident(here, { name: '汪红', phone: '19900000031', tags: ['lives-alone'] });
  const mergedId = await w.area.resident(here, {
    name: '王红',
    idNumber: NUMBER,
    phone: '19900000032',
    tags: ['dialysis'],
  });
  return { keptId, mergedId };
}

const look = async (residentId: string) => {
  const answer = await send('people.look', { residentId, fields: ['idNumber', 'phone'], reason: '核对' });
  return (await w.ask(w.secretary, (people) => people.looked({ lookId: answer.id }))).values;
};

/** Numbers are free again for the next test. */
const endBoth = async (...ids: string[]) => {
  for (const id of ids) await send('people.end-resident', { residentId: id, reason: 'entered-by-mistake' });
};

describe('merging two entries of one person', () => {
  it('keeps one with what was chosen from the other, all tags, and the other ends under it', async () => {
    const { keptId, mergedId } = await twoEntries();
    const body = { keptId, mergedId, take: ['idNumber', 'name'], reason: '同一人，字写错' };
    expect(await send('people.merge-residents', body)).toMatchObject(DONE);
    expect(await resident(keptId)).toMatchObject({
      name: '王红',
      idMask: '310***********4298',
      phoneMask: '199****0031',
      tags: ['dialysis', 'lives-alone'],
      endedAt: null,
    });
    expect(await look(keptId)).toEqual({ idNumber: NUMBER, phone: '19900000031' });
    expect(await resident(mergedId)).toMatchObject({ mergedInto: keptId, endReason: 'double-entry' });
    // Asked again nothing is left to do.
    expect(await send('people.merge-residents', body)).toMatchObject(DONE);
    await endBoth(keptId);
  });

  it('is taken back: both stand as before, but for what somebody changed since', async () => {
    const { keptId, mergedId } = await twoEntries();
    const take = ['idNumber', 'name', 'phone'];
    const { id: mergeId } = await send('people.merge-residents', {
      keptId,
      mergedId,
      take,
      reason: '同一人',
    });
    await send('people.change-resident', { residentId: keptId, set: { phone: '19900000039' } });
    expect(await send('people.unmerge-residents', { mergeId })).toMatchObject(DONE);
    expect(await resident(keptId)).toMatchObject({
      name: '汪红',
      idMask: null,
      phoneMask: '199****0039',
      tags: ['lives-alone'],
    });
    expect(await resident(mergedId)).toMatchObject({
      name: '王红',
      idMask: '310***********4298',
      endedAt: null,
      mergedInto: null,
    });
    expect(await send('people.unmerge-residents', { mergeId })).toMatchObject(refused('merge-undone'));
    await endBoth(keptId, mergedId);
  });

  it('may move the kept one to where the other lives', async () => {
    const keptId = await w.area.resident(here);
    const there = await w.area.dwelling(building, `${rooms}甲`);
    const mergedId = await w.area.resident(there);
    await send('people.merge-residents', { keptId, mergedId, take: ['home'], reason: '同一人' });
    expect(await resident(keptId)).toMatchObject({ dwellingId: there });
  });

  it('refuses itself, the unknown, the ended and the merged, naming who stands', async () => {
    const { keptId, mergedId } = await twoEntries();
    const third = await w.area.resident(here);
    const body = { take: [], reason: '同一人' };
    const tryIt = (a: string, b: string) =>
      send('people.merge-residents', { ...body, keptId: a, mergedId: b });
    expect(await tryIt(keptId, keptId)).toMatchObject(refused('merge-with-itself'));
    expect(await tryIt(keptId, w.ids.next())).toMatchObject(refused('resident-unknown'));
    await send('people.end-resident', { residentId: third, reason: 'died' });
    expect(await tryIt(keptId, third)).toMatchObject(refused('resident-ended'));
    await tryIt(keptId, mergedId);
    const fourth = await w.area.resident(here);
    expect(await tryIt(fourth, mergedId)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'people.resident-merged', details: { residentId: keptId } }],
    });
    const change = { residentId: mergedId, set: { note: 'x' } };
    expect(await send('people.change-resident', change)).toMatchObject(refused('resident-merged'));
    expect(await send('people.restore-resident', { residentId: mergedId })).toMatchObject(
      refused('resident-merged'),
    );
    expect(await send('people.unmerge-residents', { mergeId: w.ids.next() })).toMatchObject(
      refused('merge-unknown'),
    );
  });

  it('lets what the field says of the merged entry reach the one that stands, along chains', async () => {
    const { keptId, mergedId } = await twoEntries();
    const last = await w.area.resident(here, { name: '王红红' });
    await send('people.merge-residents', { keptId, mergedId, take: [], reason: '同一人' });
    await send('people.merge-residents', { keptId: last, mergedId: keptId, take: [], reason: '同一人' });
    const volunteer = w.world.actor('duty:testing');
    const said = { residentId: mergedId, set: { phone: '19900000044' } };
    expect(await send('people.confirm-field', said, volunteer)).toMatchObject(DONE);
    expect(await resident(last)).toMatchObject({ phoneMask: '199****0044' });
    await send('people.set-away', { residentId: mergedId, away: true, reason: '回老家' }, volunteer);
    expect(await resident(last)).toMatchObject({ away: true, awayReason: '回老家' });

    const read = await w.world.read((tx) => peopleReader.standingIds(tx, [mergedId, keptId, last]));
    expect(Object.fromEntries(read)).toEqual({ [mergedId]: last, [keptId]: last });
    const merged = await w.world.read((tx) => peopleReader.mergedIds(tx, [last]));
    expect(merged.get(last)).toEqual([keptId, mergedId].sort());
  });

  it('is found by the spelling that went, too', async () => {
    const keptId = await w.area.resident(here, { name: '欧阳平曦' });
    const mergedId = await w.area.resident(here, { name: '欧阳平西' });
    await send('people.merge-residents', { keptId, mergedId, take: [], reason: '同一人' });
    for (const text of ['欧阳平西', '欧阳平曦', 'oypx']) {
      const { found } = await w.ask(w.secretary, (people) => people.search({ text, limit: 5 }));
      expect(found, text).toMatchObject([{ id: keptId, name: '欧阳平曦' }]);
    }
  });

  it('takes the confirmation of a value along with it', async () => {
    const { keptId, mergedId } = await twoEntries();
    await send('people.confirm-field', { residentId: mergedId, set: { phone: '19900000032' } });
    await send('people.merge-residents', { keptId, mergedId, take: ['phone'], reason: '同一人' });
    expect((await resident(keptId)).confirmed).toHaveProperty('phone');
    await endBoth(keptId);
  });

  it('keeps no number in the clear, also not in what it remembers', async () => {
    const { keptId, mergedId } = await twoEntries();
    await send('people.change-resident', { residentId: keptId, set: { idNumber: OTHER_NUMBER } });
    await send('people.merge-residents', { keptId, mergedId, take: ['idNumber', 'phone'], reason: '同一人' });
    const { rows } = await w.world.read((tx) =>
      sql<{ row: string }>`select m::text as row from people.merge m where kept_id = ${keptId}`.execute(
        tx.db,
      ),
    );
    for (const plain of [NUMBER, OTHER_NUMBER, '19900000031', '19900000032']) {
      expect(rows[0]?.row).not.toContain(plain);
    }
    await endBoth(keptId);
  });
});
