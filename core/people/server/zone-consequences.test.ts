import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPeopleWorld } from '../testing/people-world.ts';
import { peopleConsequences } from './zone-consequences.ts';

type World = Awaited<ReturnType<typeof openPeopleWorld>>;
let w: World;
let building: string;
let other: string;

beforeAll(async () => {
  w = await openPeopleWorld();
  const compound = await w.area.compound();
  building = await w.area.building(compound, '3号');
  other = await w.area.building(compound, '5号');
  const home = await w.area.dwelling(building, '402');
  await w.area.resident(home, { name: '王小明', tags: ['lives-alone', 'dialysis'] });
  await w.area.resident(await w.area.dwelling(building, '501'), { name: '李芳', tags: ['lives-alone'] });
  await w.area.resident(home, { name: '王大力', tags: ['immobile'], away: true });
});
afterAll(() => w.world.close());

const foresee = (buildingId: string) =>
  w.world.read((tx) =>
    peopleConsequences.foresee(
      tx,
      {
        before: 'normal',
        after: 'lockdown',
        places: { buildingIds: [buildingId], entranceIds: [], looseBuildingIds: [] },
      },
      w.world.clock.now(),
    ),
  );

it('counts households and people there, and names who needs looking after among those at home', async () => {
  const lines = await foresee(building);
  expect(lines.map(({ said }) => said['zh-CN'])).toEqual([
    '3 户，在家 2 人',
    '另有 1 人外出',
    '其中独居老人 2 人',
    '其中血透 1 人',
  ]);
  expect(lines.at(-1)?.said.en).toBe('Dialysis: 1 of them');
});

it('says nothing of a building where nobody lives', async () => {
  expect(await foresee(other)).toEqual([]);
});
