import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPeopleWorld } from '../testing/people-world.ts';

const NUMBER = '310199198809074298';
const OTHER_NUMBER = '31019919870103346X';

type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;
let dwellingId: string;
let building: string;
let rooms = 100;

beforeAll(async () => {
  w = await openPeopleWorld();
  building = await w.area.building(await w.area.compound());
});
afterAll(() => w.world.close());
beforeEach(async () => {
  rooms += 1;
  dwellingId = await w.area.dwelling(building, String(rooms));
});

const resident = (id: string) => w.ask(w.secretary, (people) => people.resident({ residentId: id }));
const send = (kind: string, body: unknown, actor = w.secretary) => w.world.send(actor, kind, body);

describe('adding a resident', () => {
  it('stores numbers sealed, and shows them masked', async () => {
    const id = await w.area.resident(dwellingId, {
      name: '王 小明',
      idNumber: ` ${NUMBER}`,
      phone: '199 0000-0003',
      otherPhone: '021-55553564',
    });
    expect(await resident(id)).toMatchObject({
      name: '王小明',
      sex: 'male',
      birthDate: '1988-09-07',
      idKind: 'resident-card',
      idMask: '310***********4298',
      phoneMask: '199****0003',
      otherPhoneMask: '021****3564',
    });
    const stored = await w.world.read((tx) =>
      sql<{ row: string }>`select r::text as row from people.resident r where id = ${id}`.execute(tx.db),
    );
    for (const plain of [NUMBER, '19900000003', '02155553564']) {
      expect(stored.rows[0]?.row).not.toContain(plain);
    }
    await send('people.end-resident', { residentId: id, reason: 'entered-by-mistake' });
  });

  it.each([
    ['idNumber', '310199198809074297', 'people.id-number-wrong', { why: 'checksum' }],
    ['idNumber', '310***********4298', 'people.id-number-wrong', { why: 'characters' }],
    ['phone', '1990000000', 'people.phone-wrong', { field: 'phone', why: 'length' }],
    ['birthDate', '2030-01-01', 'people.birth-date-wrong', {}],
  ])('refuses %s %s', async (field, value, code, details) => {
    const body = {
      residentId: w.ids.next(),
      householdId: w.ids.next(),
      dwellingId,
      set: { name: '王', [field]: value },
    };
    const answer = await send('people.add-resident', body);
    expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code, details }] });
    expect(JSON.stringify(answer)).not.toContain(value);
  });

  it('refuses a number that a living entry has, and takes it once that one has ended', async () => {
    const first = await w.area.resident(dwellingId, { idNumber: NUMBER });
    const body = {
      residentId: w.ids.next(),
      householdId: w.ids.next(),
      dwellingId,
      set: { name: '李', idNumber: NUMBER },
    };
    expect(await send('people.add-resident', body)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'people.id-number-taken', details: { residentId: first } }],
    });
    await send('people.end-resident', { residentId: first, reason: 'double-entry' });
    expect(await send('people.add-resident', body)).toMatchObject({ outcome: 'done' });
    await send('people.end-resident', { residentId: body.residentId, reason: 'moved-out' });
  });

  it('refuses a dwelling that is not there and a household of another dwelling', async () => {
    const set = { name: '李' };
    const nowhere = { residentId: w.ids.next(), householdId: w.ids.next(), dwellingId: w.ids.next(), set };
    expect(await send('people.add-resident', nowhere)).toMatchObject({
      problems: [{ code: 'people.dwelling-unknown' }],
    });
    const householdId = w.ids.next();
    await w.area.resident(dwellingId, {}, householdId);
    const elsewhere = await w.area.dwelling(building, `${rooms}甲`);
    const body = { residentId: w.ids.next(), householdId, dwellingId: elsewhere, set };
    expect(await send('people.add-resident', body)).toMatchObject({
      problems: [{ code: 'people.household-elsewhere' }],
    });
  });
});

describe('changing a resident', () => {
  it('writes what differs and leaves the version alone when nothing does', async () => {
    const id = await w.area.resident(dwellingId, { phone: '19900000011', tags: ['tenant', 'immobile'] });
    const version = () =>
      w.world.read(async (tx) => {
        const { rows } = await sql<{
          version: number;
        }>`select version from people.resident where id = ${id}`.execute(tx.db);
        return rows[0]?.version;
      });
    const before = await version();
    const same = { phone: '199 0000 0011', tags: ['immobile', 'tenant', 'tenant'] };
    expect(await send('people.change-resident', { residentId: id, set: same })).toMatchObject({
      outcome: 'done',
    });
    expect(await version()).toBe(before);
    await send('people.change-resident', { residentId: id, set: { phone: null, note: '夜班' } });
    expect(await resident(id)).toMatchObject({ phoneMask: null, note: '夜班', tags: ['immobile', 'tenant'] });
  });

  it('notices a second phone that differs only under its mask', async () => {
    const id = await w.area.resident(dwellingId, { otherPhone: '02155553564' });
    await send('people.change-resident', { residentId: id, set: { otherPhone: '02166663564' } });
    const look = w.world.envelope(w.secretary, 'people.look', {
      residentId: id,
      fields: ['otherPhone'],
      reason: '核对',
    });
    await w.world.push(w.secretary, [look]);
    const { values } = await w.ask(w.secretary, (people) => people.looked({ lookId: look.id }));
    expect(values).toEqual({ otherPhone: '02166663564' });
  });

  it('refuses the number of a neighbour and changes after the end', async () => {
    const neighbour = await w.area.resident(dwellingId, { idNumber: OTHER_NUMBER });
    const id = await w.area.resident(dwellingId);
    const change = { residentId: id, set: { idNumber: OTHER_NUMBER.toLowerCase() } };
    expect(await send('people.change-resident', change)).toMatchObject({
      problems: [{ code: 'people.id-number-taken', details: { residentId: neighbour } }],
    });
    await send('people.end-resident', { residentId: id, reason: 'moved-out' });
    expect(await send('people.change-resident', { residentId: id, set: { note: 'x' } })).toMatchObject({
      problems: [{ code: 'people.resident-ended' }],
    });
    await send('people.end-resident', { residentId: neighbour, reason: 'moved-out' });
  });

  it('moves into another dwelling with a household made there', async () => {
    const id = await w.area.resident(dwellingId);
    const other = await w.area.dwelling(building, `${rooms}乙`);
    await send('people.move-resident', { residentId: id, householdId: w.ids.next(), dwellingId: other });
    expect(await resident(id)).toMatchObject({ dwellingId: other, room: `${rooms}乙` });
  });
});

describe('a value confirmed in the field', () => {
  it('wins over the register and carries its time', async () => {
    const id = await w.area.resident(dwellingId, { phone: '19900000021' });
    const volunteer = w.world.actor('duty:testing');
    const body = { residentId: id, set: { phone: '19900000022' } };
    expect(await send('people.confirm-field', body, volunteer)).toMatchObject({ outcome: 'done' });
    expect(await resident(id)).toMatchObject({ confirmed: { phone: w.world.clock.now() } });
  });

  it('gives way to one confirmed later, and the contradiction is flagged', async () => {
    const id = await w.area.resident(dwellingId, { relation: '户主' });
    const now = w.world.clock.now();
    await send('people.confirm-field', { residentId: id, set: { relation: '父' } });
    const late = { residentId: id, set: { relation: '母', note: '白天不在' } };
    const answer = await w.world.send(w.secretary, 'people.confirm-field', late, { claimedAt: now - 60_000 });
    expect(answer).toMatchObject({
      outcome: 'flagged',
      problems: [{ code: 'people.confirmed-later', details: { field: 'relation' } }],
    });
    expect(await resident(id)).toMatchObject({ relation: '父', note: '白天不在' });
  });

  it('is kept and flagged when another living entry has the number', async () => {
    const twin = await w.area.resident(dwellingId, { idNumber: OTHER_NUMBER });
    const id = await w.area.resident(dwellingId);
    const answer = await send('people.confirm-field', { residentId: id, set: { idNumber: OTHER_NUMBER } });
    expect(answer).toMatchObject({ outcome: 'flagged', problems: [{ code: 'people.id-number-taken' }] });
    expect(await resident(id)).toMatchObject({ idMask: '310***********346X' });
    await send('people.end-resident', { residentId: twin, reason: 'double-entry' });
  });

  it('knows who is away and why, until back', async () => {
    const id = await w.area.resident(dwellingId);
    await send('people.set-away', { residentId: id, away: true, reason: '外地未回' });
    expect(await resident(id)).toMatchObject({ away: true, awayReason: '外地未回' });
    await send('people.set-away', { residentId: id, away: false, reason: '' });
    expect(await resident(id)).toMatchObject({ away: false, awayReason: '' });
  });
});
