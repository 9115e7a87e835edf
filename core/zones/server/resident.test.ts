import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addMember, type TestHouse, testHouse } from '#core/accounts/testing/index.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ResidentWords } from '../contract/resident.ts';
import { zonesModule } from '../module.ts';
import { DAY } from '../testing/rows.ts';
import { readResidentChoices, readResidentView } from './resident.ts';

const both = (text: string) => ({ 'zh-CN': text, en: text });
/** A module that has something to say. */
const gates: ResidentWords = {
  words: async (_tx, { path, status }) => ({
    may: [both(`${status} 可以出门`)],
    must: [{ what: both('带出入证'), when: both(String(path.length)) }],
  }),
};

let house: TestHouse;
let area: string;
let secretary: string;
let compound: string;
let building: string;
let entrance: string;
beforeAll(async () => {
  house = await testHouse([zonesModule({ consequences: [] })]);
});
afterAll(() => house.close());
beforeEach(async () => {
  area = await house.newArea();
  secretary = await addMember(house, area, { role: 'secretary', name: '李书记' });
  house.clock.advance(1000);
  const ids = [0, 1, 2, 3].map((n) => uuidv7(house.clock.now() + n));
  [compound = '', building = '', entrance = ''] = ids;
  const { owner } = house.database;
  await sql`insert into places.compound (area_id, id, version, name, sort)
    values (${area}, ${compound}, 0, '清源一村', 'a')`.execute(owner);
  await sql`insert into places.building (area_id, id, version, compound_id, label, sort)
    values (${area}, ${building}, 0, ${compound}, '3号', 'a')`.execute(owner);
  for (const [i, id] of [entrance, ids[3]].entries()) {
    await sql`insert into places.entrance (area_id, id, version, building_id, label, sort)
      values (${area}, ${id}, 0, ${building}, ${`${i + 1}单元`}, ${String(i)})`.execute(owner);
  }
});

const view = (placeId: string) =>
  house.read(area, (tx) => readResidentView(tx, [gates], [], placeId, house.clock.now()));
const declare = (placeKind: string, placeId: string, status: string) =>
  house.send(area, secretary, 'zones.set-status', {
    statusId: uuidv7(house.clock.now()),
    placeKind,
    placeId,
    status,
    from: house.clock.now(),
    until: null,
    reason: '王小明单管阳性',
    source: '疾控电话',
  });

describe('what residents are told of their building', () => {
  it('is what holds, since when, what follows and what each module says; never why', async () => {
    await declare('compound', compound, 'control');
    const told = await view(building);
    expect(told).toMatchObject({
      place: '清源一村 3号',
      status: 'control',
      since: house.clock.now(),
      step: { to: 'precaution', due: house.clock.now() + 7 * DAY },
      apart: [],
    });
    expect(told?.may.map((said) => said['zh-CN'])).toEqual([
      'control 可以出门',
      '取快递、团购请错开时间，戴好口罩，不聚集',
    ]);
    expect(told?.must[0]).toEqual({ what: both('带出入证'), when: both('2') });
    expect(JSON.stringify(told)).not.toMatch(/王小明|阳性|疾控/);
  });

  it('names the entrances where something else holds, and tells those of their own', async () => {
    await declare('entrance', entrance, 'lockdown');
    expect((await view(building))?.apart).toEqual([{ id: entrance, label: '1单元' }]);
    expect(await view(entrance)).toMatchObject({
      place: '清源一村 3号 1单元',
      status: 'lockdown',
      apart: [],
    });
  });

  it('promises no date that has passed', async () => {
    await declare('building', building, 'lockdown');
    house.clock.advance(8 * DAY);
    expect(await view(building)).toMatchObject({ status: 'lockdown', step: null });
  });

  it('is nothing for a place that does not stand; buildings are there to choose from', async () => {
    expect(await view(uuidv7(1))).toBeNull();
    const choices = await house.read(area, readResidentChoices);
    expect(choices).toEqual([{ compound: '清源一村', buildings: [{ id: building, label: '3号' }] }]);
  });
});
