import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoneShift } from '#core/zones/contract.ts';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';
import { testingConsequences } from './zone-consequences.ts';

let t: TestingWorld;
let building3: string;

beforeAll(async () => {
  // Three live at 3号, one of them away.
  t = await TestingWorld.open({ people: 6, away: 1 });
  [building3 = ''] = t.buildings;
});
afterAll(() => t.close());

const sealing: Pick<ZoneShift, 'before' | 'after'> = { before: 'normal', after: 'lockdown' };
const foresee = (shift: typeof sealing) => {
  const places = { buildingIds: [building3], entranceIds: [], looseBuildingIds: [] };
  return t.world.read((tx) =>
    testingConsequences(testingDoors).foresee(tx, { ...shift, places }, t.world.clock.now()),
  );
};
const words = async (shift = sealing) => (await foresee(shift)).map(({ said }) => said['zh-CN']);

describe('what a change of zones means for testing', () => {
  it('is nothing without a round', async () => {
    expect(await words()).toEqual([]);
  });

  it('is a longer or shorter list of a round that is for those in that status', async () => {
    const { scope } = t.round;
    t.round = {
      ...t.round,
      name: '封控楼加测',
      scope: { compoundIds: [], buildingIds: [], zones: ['lockdown'] },
    };
    await t.send('testing.create-round', t.round);
    const [joins] = await foresee(sealing);
    expect(joins?.said['zh-CN']).toBe('“封控楼加测”还没开始，名单会加上这里的 2 人');
    expect(joins?.to).toBe(`/testing/${t.roundId}`);
    expect(await words({ before: 'lockdown', after: 'control' })).toEqual([
      '“封控楼加测”还没开始，名单会去掉这里的 2 人',
    ]);
    expect(await words({ before: 'normal', after: 'control' })).toEqual([]);
    await t.send('testing.change-round', { roundId: t.roundId, scope: { ...scope, zones: ['lockdown'] } });
    expect(await words()).toEqual([]);
  });
});
