import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPeopleWorld } from '../testing/people-world.ts';

/** What the desk does by hand: moving, splitting, joining, ending and taking an end back. */
type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;
let building: string;
let here: string;
let there: string;
let rooms = 100;

beforeAll(async () => {
  w = await openPeopleWorld();
  building = await w.area.building(await w.area.compound());
});
afterAll(() => w.world.close());
beforeEach(async () => {
  rooms += 2;
  here = await w.area.dwelling(building, String(rooms));
  there = await w.area.dwelling(building, String(rooms + 1));
});

const send = (kind: string, body: unknown, actor = w.secretary) => w.world.send(actor, kind, body);
const resident = (id: string) => w.ask(w.secretary, (people) => people.resident({ residentId: id }));
const refused = (code: string) => ({ outcome: 'refused', problems: [{ code: `people.${code}` }] });
const DONE = { outcome: 'done' };

async function family(): Promise<{ householdId: string; ids: readonly [string, string, string] }> {
  const householdId = w.ids.next();
  const one = await w.area.resident(here, { name: '熊根军' }, householdId);
  const two = await w.area.resident(here, { name: '宋玉' }, householdId);
  const three = await w.area.resident(here, { name: '熊小宝' }, householdId);
  return { householdId, ids: [one, two, three] };
}

describe('a household', () => {
  it('moves with everybody who lives in it, and not with one who left before', async () => {
    const { householdId, ids } = await family();
    await send('people.end-resident', { residentId: ids[2], reason: 'moved-out' });
    expect(await send('people.move-household', { householdId, dwellingId: there })).toMatchObject(DONE);
    for (const id of ids.slice(0, 2))
      expect(await resident(id)).toMatchObject({ dwellingId: there, householdId });
    expect(await resident(ids[2])).toMatchObject({ dwellingId: here });
    // Asked again nothing is left to do.
    expect(await send('people.move-household', { householdId, dwellingId: there })).toMatchObject(DONE);
    expect(await resident(ids[0])).toMatchObject({ dwellingId: there });
  });

  it('does not move where nothing stands, and an unknown one not at all', async () => {
    const { householdId } = await family();
    const nowhere = { householdId, dwellingId: w.ids.next() };
    expect(await send('people.move-household', nowhere)).toMatchObject(refused('dwelling-unknown'));
    const unknown = { householdId: w.ids.next(), dwellingId: there };
    expect(await send('people.move-household', unknown)).toMatchObject(refused('household-unknown'));
  });

  it('splits: those named live on as their own behind the same door', async () => {
    const { householdId, ids } = await family();
    const newHouseholdId = w.ids.next();
    const body = { householdId, newHouseholdId, residentIds: [ids[1], ids[2]] };
    expect(await send('people.split-household', body)).toMatchObject(DONE);
    expect(await resident(ids[1])).toMatchObject({ householdId: newHouseholdId, dwellingId: here });
    expect(await resident(ids[0])).toMatchObject({ householdId });
    expect(await send('people.split-household', body)).toMatchObject(DONE);
  });

  it('is not split into nothing, nor with a stranger', async () => {
    const { householdId, ids } = await family();
    const stranger = await w.area.resident(there);
    const all = { householdId, newHouseholdId: w.ids.next(), residentIds: ids };
    expect(await send('people.split-household', all)).toMatchObject(refused('household-emptied'));
    const other = { ...all, residentIds: [ids[0], stranger] };
    expect(await send('people.split-household', other)).toMatchObject(refused('not-of-household'));
  });

  it('joins another of the same dwelling, which ends', async () => {
    const { householdId: keptId, ids } = await family();
    const joinedId = w.ids.next();
    const lodger = await w.area.resident(here, { name: '单红' }, joinedId);
    expect(await send('people.join-households', { keptId, joinedId })).toMatchObject(DONE);
    expect(await resident(lodger)).toMatchObject({ householdId: keptId });
    expect(await send('people.move-household', { householdId: joinedId, dwellingId: there })).toMatchObject(
      refused('household-ended'),
    );
    // Somebody who goes back into it wakes it up.
    await send('people.move-resident', { residentId: lodger, householdId: joinedId, dwellingId: here });
    expect(await send('people.move-household', { householdId: joinedId, dwellingId: there })).toMatchObject(
      DONE,
    );
    expect(await resident(ids[0])).toMatchObject({ dwellingId: here });
  });

  it('does not join one behind another door, nor itself', async () => {
    const { householdId: keptId } = await family();
    const elsewhere = w.ids.next();
    await w.area.resident(there, {}, elsewhere);
    const apart = await send('people.join-households', { keptId, joinedId: elsewhere });
    expect(apart).toMatchObject(refused('household-elsewhere'));
    const itself = await send('people.join-households', { keptId, joinedId: keptId });
    expect(itself).toMatchObject(refused('household-unknown'));
  });

  it('ends with everybody in it, on the day that was told', async () => {
    const { householdId, ids } = await family();
    const body = { householdId, reason: 'moved-out', on: '2022-04-01' };
    expect(await send('people.end-household', body)).toMatchObject(DONE);
    for (const id of ids) {
      expect(await resident(id)).toMatchObject({ endReason: 'moved-out', endedOn: '2022-04-01' });
    }
    expect(await send('people.end-household', body)).toMatchObject(refused('household-ended'));
  });
});

describe('ending by hand', () => {
  it('refuses a day to come, and what has ended already', async () => {
    const residentId = await w.area.resident(here);
    const future = { residentId, reason: 'died', on: '2099-01-01' };
    expect(await send('people.end-resident', future)).toMatchObject(refused('end-date-wrong'));
    expect(await send('people.end-resident', { residentId, reason: 'died' })).toMatchObject(DONE);
    expect(await send('people.end-resident', { residentId, reason: 'died' })).toMatchObject(
      refused('resident-ended'),
    );
  });

  it('is taken back: the person stands where he or she stood', async () => {
    const residentId = await w.area.resident(here, { name: '蒋娟玉' });
    await send('people.end-resident', { residentId, reason: 'moved-out', on: '2022-04-01' });
    expect(await send('people.restore-resident', { residentId })).toMatchObject(DONE);
    expect(await resident(residentId)).toMatchObject({ endedAt: null, endReason: null, endedOn: null });
    expect(await send('people.restore-resident', { residentId })).toMatchObject(refused('resident-stands'));
    const nobody = { residentId: w.ids.next() };
    expect(await send('people.restore-resident', nobody)).toMatchObject(refused('resident-unknown'));
  });

  it('is not taken back while somebody else bears the number', async () => {
    const idNumber = '310199198809074298';
    const residentId = await w.area.resident(here, { idNumber });
    await send('people.end-resident', { residentId, reason: 'double-entry' });
    const twin = await w.area.resident(there, { idNumber });
    expect(await send('people.restore-resident', { residentId })).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'people.id-number-taken', details: { residentId: twin } }],
    });
  });
});

describe('a volunteer', () => {
  it('may do none of it', async () => {
    const { householdId, ids } = await family();
    const volunteer = w.world.actor('role:volunteer', 'duty:testing');
    const tries: [string, unknown][] = [
      ['people.move-household', { householdId, dwellingId: there }],
      ['people.split-household', { householdId, newHouseholdId: w.ids.next(), residentIds: [ids[0]] }],
      ['people.join-households', { keptId: householdId, joinedId: w.ids.next() }],
      ['people.end-household', { householdId, reason: 'moved-out' }],
      ['people.restore-resident', { residentId: ids[0] }],
      ['people.merge-residents', { keptId: ids[0], mergedId: ids[1], take: [], reason: '重复' }],
      ['people.tell-apart', { residentId: ids[0], otherId: ids[1], note: '' }],
      ['people.copy-for-subject', { residentId: ids[0], askedBy: 'self', reason: '本人要' }],
    ];
    for (const [kind, body] of tries) {
      const answer = await send(kind, body, volunteer);
      expect(answer, kind).toMatchObject({ outcome: 'refused', problems: [{ code: 'command.not-allowed' }] });
    }
  });
});
