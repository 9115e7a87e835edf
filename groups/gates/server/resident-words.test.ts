import { afterAll, beforeAll, expect, it } from 'vitest';
import { ZONE_STATUSES, type ZoneStatus } from '#core/zones/contract.ts';
import { TestWorld } from '#kernel/command/testing/world.ts';
import { insertSettings } from '#kernel/settings/server/store.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import { withGates } from '../testing/mounted.ts';
import { residentWords } from './resident-words.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await TestWorld.open(withGates());
});
afterAll(() => world.close());

const words = (status: ZoneStatus) =>
  world.read(async (tx) => {
    const { may } = await residentWords.words(tx, { path: ['b', 'c'], status }, world.clock.now());
    return may.map((said) => said['zh-CN']);
  });

it('tells residents of every status how they may go out, with the area’s own numbers', async () => {
  expect(await words('lockdown')).toEqual([
    '请待在家里，不出门',
    '看病、急救、透析、送药随时放行，请和门岗说一声',
    '外面的人不能进来',
  ]);
  expect((await words('control'))[0]).toBe('可以下楼，不出小区');
  expect((await words('precaution'))[0]).toBe('可以出小区：每户 7 天内 2 次，每次 1 人');
  expect((await words('normal'))[0]).toBe('可以进出小区');
  const changed = [
    ['gates.outing-times', 3],
    ['gates.night-rule', 2],
    ['gates.outing-control', 1],
  ] as const;
  const rows = changed.map(([key, value], i) => ({
    id: uuidv7(world.clock.now()),
    version: i,
    key,
    value,
    validFrom: world.clock.now(),
    source: '指挥部',
    setBy: 'secretary',
  }));
  await world.write((tx) => insertSettings(tx, rows));
  expect(await words('control')).toEqual([
    '可以出小区：每户 7 天内 3 次，每次 1 人',
    '家里开了实名出入证的，由证上写的人外出；换人要组长同意',
    '看病、急救、透析、送药随时放行，请和门岗说一声',
    '夜里 23 点到 5 点不出门',
    '外面的人进来，要组长同意',
  ]);
  for (const status of ZONE_STATUSES) expect((await words(status)).length).toBeGreaterThan(0);
});
