import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardCheckCharacter } from '../domain/resident-card.ts';
import { importChunk, type Line } from '../testing/import-chunk.ts';
import { placesReader } from '../testing/mounted.ts';
import { openPeopleWorld } from '../testing/people-world.ts';

type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;

beforeAll(async () => {
  w = await openPeopleWorld();
});
afterAll(() => w.world.close());

const send = (body: unknown) => w.world.send(w.secretary, 'people.import-rows', body);
const list = async (text: string) => {
  const page = { sort: 'address', descending: false, offset: 0, limit: 100 } as const;
  return (await w.ask(w.secretary, (people) => people.registerList({ filter: { text }, ...page }))).rows;
};
const places = () => w.world.read((tx) => placesReader.livingPlaces(tx));

describe('importing a chunk of a register', () => {
  const lines: Line[] = [
    { building: '1号', room: '101', set: { name: '熊根军', relation: '户主', phone: '19900000003' } },
    { building: '1号', room: '101', set: { name: '宋玉', tags: ['tenant', 'immobile'] } },
    { building: '1号', room: '102', set: { name: '蒋娟玉', away: true } },
  ];

  it('makes the places, households and residents it names', async () => {
    const chunk = importChunk(w.ids, lines);
    expect(await send(chunk)).toMatchObject({ outcome: 'done' });
    expect(await list('1-1')).toMatchObject([
      { name: '熊根军', room: '101', relation: '户主', phoneMask: '199****0003' },
      { name: '宋玉', room: '101', tags: ['immobile', 'tenant'] },
      { name: '蒋娟玉', room: '102', away: true },
    ]);
    const [first, second] = await list('1-101');
    expect(first?.householdId).toBe(second?.householdId);
  });

  it('changes nothing when it comes again under another command', async () => {
    const chunk = importChunk(w.ids, [
      { building: '2号', room: '201', set: { name: '白静', phone: '19900000005' } },
    ]);
    await send(chunk);
    const before = await places();
    const versions = () =>
      w.world.read((tx) => sql`select id, version from people.resident order by id`.execute(tx.db));
    const rows = (await versions()).rows;
    expect(await send(chunk)).toMatchObject({ outcome: 'done' });
    expect(await places()).toEqual(before);
    expect((await versions()).rows).toEqual(rows);
  });

  it('takes a place that it names twice for one', async () => {
    const once = importChunk(w.ids, [{ building: '8号', room: '801', set: { name: '章二' } }]);
    const twice = <Row extends { id: string }>(rows: readonly Row[]) =>
      rows.flatMap((row) => [row, row, { ...row, id: w.ids.next() }]);
    const { compounds, buildings, dwellings } = once.places;
    const named = { ...once.places, buildings: twice(buildings), dwellings: twice(dwellings) };
    const other = compounds.map((row) => ({ ...row, name: '重名小区' }));
    expect(await send({ ...once, places: { ...named, compounds: twice(other) } })).toMatchObject({
      outcome: 'done',
    });
    const labels = (await places()).buildings.map((row) => row.label);
    expect(labels.filter((label) => label === '8号')).toHaveLength(1);
    expect((await places()).compounds.filter(({ name }) => name === '重名小区')).toHaveLength(1);
    expect(await list('章二')).toMatchObject([{ room: '801' }]);
  });

  it('finds standing places by name, whatever ids it brings', async () => {
    const before = await places();
    const again = importChunk(w.ids, [{ building: '1号', room: '101', set: { name: '薛怡燕' } }]);
    expect(await send(again)).toMatchObject({ outcome: 'done' });
    const after = await places();
    expect(after.compounds).toEqual(before.compounds);
    expect(after.dwellings).toEqual(before.dwellings);
    const rows = await list('1-101');
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.householdId)).size).toBe(1);
  });

  it('gives known residents what differs and keeps what was confirmed in the field, unless agreed', async () => {
    const chunk = importChunk(w.ids, [
      { building: '3号', room: '301', set: { name: '龙丽明', phone: '19900000013' } },
    ]);
    await send(chunk);
    const [row] = chunk.residents;
    if (!row) throw new Error('the chunk has a resident');
    await w.world.send(w.secretary, 'people.confirm-field', {
      residentId: row.id,
      set: { phone: '19900000099' },
    });
    const newer = { ...row, set: { name: '龙丽明', phone: '19900000013', note: '退休' } };
    await send({ ...chunk, residents: [newer] });
    expect(await list('龙丽明')).toMatchObject([{ phoneMask: '199****0099', note: '退休' }]);
    await send({ ...chunk, residents: [{ ...newer, agreed: ['phone'] }] });
    expect(await list('龙丽明')).toMatchObject([{ phoneMask: '199****0013' }]);
  });

  it('gives a standing compound an address rule that it had not', async () => {
    const ruleId = w.ids.next();
    const chunk = importChunk(w.ids, [], { compound: '海棠大厦' });
    await send(chunk);
    const [compound] = chunk.places.compounds;
    if (!compound) throw new Error('the chunk has a compound');
    const addressRules = [{ id: ruleId, name: '座室', rule: { patterns: ['{tower}座{room}'] } }];
    const withRule = { ...chunk.places, addressRules, compounds: [{ ...compound, addressRuleId: ruleId }] };
    await send({ ...chunk, places: withRule });
    const found = (await places()).compounds.find((row) => row.name === '海棠大厦');
    expect(found).toMatchObject({ id: compound.id, addressRuleId: ruleId });
  });

  it('is refused whole for a dwelling that nobody knows, and for a volunteer', async () => {
    const chunk = importChunk(w.ids, [{ building: '9号', room: '901', set: { name: '陌生人' } }]);
    const torn = { ...chunk, places: { ...chunk.places, dwellings: [], households: [] } };
    expect(await send(torn)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'people.dwelling-unknown' }],
    });
    const homeless = { ...chunk, residents: [], places: { ...chunk.places, dwellings: [] } };
    expect(await send(homeless)).toMatchObject({ problems: [{ code: 'people.dwelling-unknown' }] });
    for (const [level, without] of [
      ['compound', { compounds: [] }],
      ['building', { buildings: [] }],
      [
        'addressRule',
        {
          compounds: chunk.places.compounds.map((c) => ({ ...c, name: '别处', addressRuleId: w.ids.next() })),
        },
      ],
      ['entrance', { dwellings: chunk.places.dwellings.map((d) => ({ ...d, entranceId: w.ids.next() })) }],
    ] as const) {
      // Under names of its own, so that nothing standing lends its id.
      const compounds = chunk.places.compounds.map((c) => ({ ...c, name: '别处' }));
      const answer = await send({ ...chunk, places: { ...chunk.places, compounds, ...without } });
      expect(answer).toMatchObject({
        outcome: 'refused',
        problems: [{ code: 'people.import-torn', details: { level } }],
      });
    }
    expect((await places()).buildings.map((row) => row.label)).not.toContain('9号');
    const volunteer = w.world.actor('role:volunteer', 'duty:testing');
    expect(await w.world.send(volunteer, 'people.import-rows', chunk)).toMatchObject({
      problems: [{ code: 'command.not-allowed' }],
    });
  });
});

describe('ten thousand residents', () => {
  it('are applied in less than five seconds', async () => {
    const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
    const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英玉兰';
    const line = (i: number): Line => {
      const serial = String(i % 1000).padStart(3, '0');
      const first17 = `3101991${950 + (i % 70)}0${1 + (i % 9)}${10 + (i % 18)}${serial}`;
      const name = `${SURNAMES[i % 20]}${GIVEN[i % 25]}${GIVEN[(i * 7) % 25]}`;
      const phone = `199${String(i).padStart(8, '0')}`;
      const home = Math.floor(i / 3);
      const set = {
        name,
        idKind: 'resident-card',
        idNumber: first17 + cardCheckCharacter(first17),
        phone,
      } as const;
      return { building: `${1 + (home % 90)}号`, room: String(101 + Math.floor(home / 90)), set };
    };
    const lines = Array.from({ length: 10_000 }, (_, i) => line(i));
    const chunks = Array.from({ length: 20 }, (_, i) =>
      importChunk(w.ids, lines.slice(i * 500, (i + 1) * 500), { compound: '大社区' }),
    );
    // Time at work, not on the wall: other tests may run beside this one.
    const began = process.cpuUsage();
    for (const chunk of chunks) expect(await send(chunk)).toMatchObject({ outcome: 'done' });
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(5_000);
    const page = { sort: 'address', descending: false, offset: 9_000, limit: 50 } as const;
    const { total, rows } = await w.ask(w.secretary, (people) =>
      people.registerList({ filter: {}, ...page }),
    );
    expect(rows).toHaveLength(50);
    expect(total).toBeGreaterThanOrEqual(10_000);
  });
});
