import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TodayView } from '#core/zones/contract.ts';
import { zonesRouter } from '#core/zones/testing/mounted.ts';
import { insertSettings } from '#kernel/settings/server/store.ts';
import { testingCondition, testingPositives } from '../module.ts';
import { testingDoors } from '../testing/mounted.ts';
import { TestingWorld } from '../testing/world.ts';

let t: TestingWorld;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 6 });
});
afterAll(() => t.close());

const secretary = () => t.world.actor('role:secretary');
const parts = {
  consequences: [],
  positives: [testingPositives(testingDoors)],
  conditions: [testingCondition(testingDoors)],
};
const today = (): Promise<TodayView> =>
  t.world.read((tx) => {
    const { clock, registry } = t.world;
    const context = { tx, actor: secretary(), now: clock.now(), rules: registry.rules };
    return createRouterClient(zonesRouter(parts), { context }).today();
  });
const proposed = async () => (await today()).proposals.map(({ placeId, status }) => [placeId, status]);
const result = (tubeCode: string, outcome: 'positive' | 'negative') =>
  t.send('testing.record-results', {
    roundId: t.roundId,
    results: [{ resultId: t.newId(), tubeCode, outcome, note: '', reportedAt: null }],
  });
const swab = async (people: readonly (number | null)[], code: string) => {
  const tubeId = t.newId();
  for (const person of people) {
    const scan = t.scan(person, code, tubeId);
    const answer = await t.send('testing.sample', scan, t.sampler);
    expect(answer.outcome).not.toBe('refused');
  }
};

describe('what positives propose for the zones', () => {
  beforeEach(async () => {
    t.renewRound();
    await t.openRound();
  });

  it('is nothing of a pool, and lockdown of the building where somebody’s own swab is positive', async () => {
    await swab([0, 2], 'P1');
    await result('P1', 'positive');
    expect(await proposed()).toEqual([]);
    await swab([0], 'S1');
    await swab([1], 'S2');
    await result('S2', 'negative');
    await result('S1', 'positive');
    expect(await proposed()).toEqual([[t.buildings[0], 'lockdown']]);
    await result('S1', 'negative');
    expect(await proposed()).toEqual([]);
  });

  it('comes with the phone, where the result was here before the swab', async () => {
    await result('L1', 'positive');
    expect(await proposed()).toEqual([]);
    await swab([3], 'L1');
    expect(await proposed()).toEqual([[t.buildings[1], 'lockdown']]);
    await result('L1', 'negative');
  });

  it('is told apart where nobody knows whose swab it was', async () => {
    await swab([null], 'U1');
    await result('U1', 'positive');
    expect(await today()).toMatchObject({ proposals: [], unplaced: 1 });
    await result('U1', 'negative');
    expect((await today()).unplaced).toBe(0);
  });

  it('takes back what rested on it, when the laboratory puts it right', async () => {
    await swab([4], 'C1');
    await result('C1', 'positive');
    const [first] = (await today()).proposals;
    const accept = {
      proposalId: first?.id,
      reason: '单管阳性',
      declare: {
        statusId: t.newId(),
        status: 'lockdown',
        from: t.world.clock.now(),
        until: null,
        source: '疾控电话',
      },
    };
    expect((await t.desk('zones.accept-proposal', accept)).outcome).toBe('done');
    expect((await today()).proposals).toEqual([]);
    t.world.clock.advance(60_000);
    await result('C1', 'negative');
    const [second] = (await today()).proposals;
    expect(second).toMatchObject({ kind: 'corrected', status: null, positives: 1, now: 'lockdown' });
    await t.desk('zones.accept-proposal', { proposalId: second?.id, reason: '更正', declare: null });
    expect(await today()).toMatchObject({ proposals: [], steps: [] });
  });
});

describe('before a step', () => {
  const DAY = 86_400_000;
  const missing = async () =>
    (await today()).proposals.flatMap(({ unmet }) =>
      unmet.flatMap(({ lines }) => lines.map(({ said }) => said['zh-CN'])),
    );

  it('the latest round of the place is to be complete', async () => {
    const body = {
      statusId: t.newId(),
      placeKind: 'building',
      placeId: t.buildings[0],
      status: 'control',
      from: t.world.clock.now(),
      until: null,
      reason: '密接',
      source: '街道通知',
    };
    expect((await t.desk('zones.set-status', body)).outcome).toBe('done');
    t.world.clock.advance(7 * DAY);
    t.renewRound();
    await t.openRound();
    expect(await missing()).toEqual([`“${t.round.name}”还没结束`]);
    await swab([0], 'M1');
    await swab([2, 3], 'M2');
    await result('M2', 'positive');
    await t.send('testing.close-round', { roundId: t.roundId, acknowledgedDeviceIds: [] });
    expect(await missing()).toEqual([
      `“${t.round.name}”还有 1 人应检未检`,
      `“${t.round.name}”还有 1 管没出结果`,
      `“${t.round.name}”还有 1 人等单管复核`,
    ]);
    const off = { key: 'testing.step-needs-round', value: 0, validFrom: t.world.clock.now() };
    const row = { id: t.newId(), version: 1, ...off, source: '指挥部', setBy: 'secretary' };
    await t.world.write((tx) => insertSettings(tx, [row]));
    expect(await missing()).toEqual([]);
  });
});
