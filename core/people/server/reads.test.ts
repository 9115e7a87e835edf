import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { identityHash } from '../domain/identity-hash.ts';
import { peopleReader } from '../testing/mounted.ts';
import { openPeopleWorld } from '../testing/people-world.ts';
import { LOOK_MS } from './look-store.ts';

const NUMBER = '310199198809074298';

type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;
let compoundId: string;
let building3: string;
let building10: string;
let wang: string;
let ouyang: string;
let far: string;

beforeAll(async () => {
  w = await openPeopleWorld();
  compoundId = await w.area.compound();
  building10 = await w.area.building(compoundId, '10号');
  building3 = await w.area.building(compoundId, '3号');
  const home = await w.area.dwelling(building3, '402');
  wang = await w.area.resident(home, {
    name: '王小明',
    idNumber: NUMBER,
    phone: '19900000003',
    tags: ['lives-alone'],
  });
  ouyang = await w.area.resident(home, { name: '欧阳平曦', away: true });
  far = await w.area.resident(await w.area.dwelling(building10, '101'), {
    name: '陈静',
    phone: '19900000003',
  });
});
afterAll(() => w.world.close());

const scope = (...buildingIds: string[]) => ({ compoundIds: [], buildingIds });
const read = <T>(work: (tx: AreaTx) => Promise<T>): Promise<T> => w.world.read(work);

describe('what other modules read', () => {
  it('is a card: address, masks, pinyin; no name, number or cipher', async () => {
    const card = (await read((tx) => peopleReader.residentsByIds(tx, [wang]))).get(wang);
    expect(card).toEqual({
      id: wang,
      householdId: expect.any(String),
      dwellingId: expect.any(String),
      buildingId: building3,
      compoundId,
      compound: '清源小区',
      building: '3号',
      entrance: null,
      room: '402',
      floor: 4,
      sort: expect.any(String),
      nameMask: '王**',
      pinyin: 'wang xiao ming',
      initials: 'wxm',
      birthYear: 1988,
      sex: 'male',
      tags: ['lives-alone'],
      away: false,
      awayReason: '',
      registeredElsewhere: false,
      phoneMask: '199****0003',
      endedAt: null,
      version: expect.any(Number),
    });
  });

  it('follows the scope in address order', async () => {
    const ids = async (of: { compoundIds: string[]; buildingIds: string[] }) =>
      (await read((tx) => peopleReader.residentsInScope(tx, of))).map((card) => card.id);
    expect(await ids({ compoundIds: [compoundId], buildingIds: [] })).toEqual([wang, ouyang, far]);
    expect(await ids(scope(building10))).toEqual([far]);
    expect(await ids(scope())).toEqual([]);
    const counts = await read((tx) => peopleReader.countsByBuilding(tx, scope(building3)));
    expect([...counts]).toEqual([[building3, { present: 1, away: 1 }]]);
  });

  it('tells what changed since, also by a label and by moving', async () => {
    const before = (
      await w.world.send(w.secretary, 'people.set-away', { residentId: far, away: false, reason: '' })
    ).version;
    const since = () => read((tx) => peopleReader.changedSince(tx, before));
    expect(await since()).toEqual([]);
    await w.world.send(w.secretary, 'places.rename-building', { buildingId: building10, label: '10号甲' });
    expect(await since()).toEqual([far]);
    const elsewhere = await w.area.dwelling(building3, '501');
    await w.world.send(w.secretary, 'people.move-resident', {
      residentId: far,
      householdId: w.ids.next(),
      dwellingId: elsewhere,
    });
    expect(await since()).toEqual([far]);
  });

  it('finds by whole number and by phone through blind indexes', async () => {
    const found = await read((tx) => peopleReader.findByIdNumber(tx, ` ${NUMBER}`));
    expect(found?.id).toBe(wang);
    expect(await read((tx) => peopleReader.findByIdNumber(tx, '31019919870103346X'))).toBeNull();
    const phones = await read((tx) => peopleReader.findByPhone(tx, '199 0000 0003'));
    expect(phones.map((card) => card.id).sort()).toEqual([wang, far].sort());
  });

  it('hashes identity numbers for one duty as a phone does', async () => {
    const key = w.world.keys.derive('testing.round/1');
    const hashes = await read((tx) => peopleReader.identityHashes(tx, [wang, ouyang], key, 8));
    expect([...hashes]).toEqual([[wang, await identityHash(key, NUMBER, 8)]]);
  });
});

describe('the register on the console', () => {
  const page = { sort: 'address', descending: false, offset: 0, limit: 50 } as const;
  const names = async (filter: object, order: object = page) =>
    (await w.ask(w.secretary, (people) => people.registerList({ filter, ...page, ...order }))).rows.map(
      (r) => r.name,
    );

  it('is filtered, sorted and paged', async () => {
    expect(await names({ away: true })).toEqual(['欧阳平曦']);
    expect(await names({ tag: 'lives-alone' })).toEqual(['王小明']);
    expect(await names({ missing: 'phone' })).toEqual(['欧阳平曦']);
    expect(await names({ text: '3-402' })).toEqual(['王小明', '欧阳平曦']);
    expect(await names({ text: 'oypx' })).toEqual(['欧阳平曦']);
    expect(await names({}, { sort: 'name' })).toEqual(['陈静', '欧阳平曦', '王小明']);
    expect(await names({}, { sort: 'name', descending: true, limit: 1, offset: 1 })).toEqual(['欧阳平曦']);
  });

  it('finds a new resident at once, and no longer one who left', async () => {
    const search = async (text: string) =>
      (await w.ask(w.secretary, (people) => people.search({ text, limit: 10 }))).found.map((row) => row.name);
    const id = await w.area.resident(await w.area.dwelling(building3, '601'), { name: '单晓红' });
    expect(await search('shanxh')).toEqual(['单晓红']);
    await w.world.send(w.secretary, 'people.end-resident', { residentId: id, reason: 'moved-out' });
    expect(await search('shanxh')).toEqual([]);
  });

  it('counts tags and buildings', async () => {
    expect(await w.ask(w.secretary, (people) => people.tags())).toEqual({
      tags: [{ tag: 'lives-alone', residents: 1 }],
    });
    const { buildings } = await w.ask(w.secretary, (people) => people.counts());
    expect(buildings).toContainEqual({ buildingId: building3, households: 3, residents: 3, away: 1 });
  });
});

describe('a look at a full number', () => {
  const look = async (actor = w.secretary, reason = '核对身份') => {
    const body = { residentId: wang, fields: ['idNumber', 'phone'], reason };
    const envelope = w.world.envelope(actor, 'people.look', body);
    const [answer] = await w.world.push(actor, [envelope]);
    return { lookId: envelope.id, answer };
  };

  it('opens it for its author, for minutes, and stays on record', async () => {
    const { lookId } = await look();
    const open = (actor = w.secretary) => w.ask(actor, (people) => people.looked({ lookId }));
    expect(await open()).toEqual({ values: { idNumber: NUMBER, phone: '19900000003' } });
    await expect(open(w.world.actor('role:command'))).rejects.toThrow('people.look-unknown');
    w.world.clock.advance(LOOK_MS + 1);
    await expect(open()).rejects.toThrow('people.look-expired');
    const { looks } = await w.ask(w.secretary, (people) => people.looks({ before: null, limit: 10 }));
    expect(looks).toMatchObject([
      {
        id: lookId,
        actorId: w.secretary.id,
        name: '王小明',
        fields: ['idNumber', 'phone'],
        reason: '核对身份',
      },
    ]);
  });

  it('needs a reason', async () => {
    const { answer } = await look(w.secretary, '  ');
    expect(answer).toMatchObject({ outcome: 'refused', problems: [{ code: 'command.bad-body' }] });
  });
});

describe('not for a stranger', () => {
  it('a volunteer without duty is refused everything; on duty finds people under masks only', async () => {
    const idle = w.world.actor('role:volunteer');
    const onDuty = w.world.actor('role:volunteer', 'duty:testing');
    const search = (actor: typeof idle) => w.ask(actor, (people) => people.search({ text: 'wxm', limit: 5 }));
    await expect(search(idle)).rejects.toThrow('query.not-allowed');
    expect((await search(onDuty)).found).toMatchObject([{ id: wang, name: '王**' }]);
    await expect(w.ask(onDuty, (people) => people.resident({ residentId: wang }))).rejects.toThrow(
      'query.not-allowed',
    );
    const body = { residentId: wang, away: true, reason: '' };
    expect(await w.world.send(idle, 'people.set-away', body)).toMatchObject({ outcome: 'refused' });
    const looked = { residentId: wang, fields: ['phone'], reason: '想看看' };
    expect(await w.world.send(onDuty, 'people.look', looked)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'command.not-allowed' }],
    });
  });

  it('a duty that is over opens nothing', async () => {
    const now = w.world.clock.now();
    const late = w.world.actor({ grant: 'duty:testing', from: 0, until: now });
    await expect(w.ask(late, (people) => people.search({ text: 'wxm', limit: 5 }))).rejects.toThrow();
  });

  it('who looked at what is for the secretary alone', async () => {
    const command = w.world.actor('role:command');
    await expect(w.ask(command, (people) => people.looks({ before: null, limit: 5 }))).rejects.toThrow();
  });

  it('another area sees nothing, not even a search kept in memory', async () => {
    const other = await w.world.database.newArea('另一个居民区');
    expect(await w.ask(w.secretary, (people) => people.search({ text: 'wxm', limit: 5 }), other)).toEqual({
      found: [],
    });
    await expect(
      w.ask(w.secretary, (people) => people.resident({ residentId: wang }), other),
    ).rejects.toThrow('people.resident-unknown');
    const cards = await w.world.read((tx) => peopleReader.residentsByIds(tx, [wang]), other);
    expect(cards.size).toBe(0);
  });
});
