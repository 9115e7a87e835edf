import { afterAll, beforeAll, expect, test } from 'vitest';
import { passesDoors } from '../testing/mounted.ts';
import { PassesWorld } from '../testing/world.ts';
import { passesSubject } from './subject-source.ts';

let w: PassesWorld;
beforeAll(async () => {
  w = await PassesWorld.open();
});
afterAll(() => w.close());

const tell = async (residentId: string) => {
  const [section] = await w.world.read((tx) => passesSubject(passesDoors).read(tx, [residentId], 'zh-CN'));
  return section;
};

test('a person’s copy names passes to his or her name and the household’s, with what became of them', async () => {
  const me = w.people[0] ?? '';
  const home = (await w.world.read((tx) => passesDoors.people.householdsOf(tx, [me]))).get(me) ?? null;
  const [mine = ''] = await w.issue([w.aPass()]);
  await w.issue([w.aPass({ residentId: null, householdId: home })]);
  await w.issue([w.aPass({ plate: '沪AD12345' })], { kind: 'vehicle', form: 'phone' });
  await w.send('passes.revoke', { passIds: [mine], reason: 'lost', note: '菜场' });
  const section = await tell(me);
  expect(section?.purpose).toContain('90 天');
  const told = section?.rows.map(([kind, whose, plate, form, , , state, note]) =>
    [kind, whose, plate, form, state, note].join(' '),
  );
  expect(told?.sort()).toEqual([
    '居民 本人  纸质 已作废（证丢了） 菜场',
    '居民 本户  纸质  ',
    '车辆 本人 沪AD12345 手机  ',
  ]);
});

test('tells of nobody else’s, and says so where nothing is held', async () => {
  expect(await tell(w.people[1] ?? '')).toMatchObject({ title: '出入证', rows: [] });
});
