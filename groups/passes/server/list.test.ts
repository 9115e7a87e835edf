import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { passesDoors } from '../testing/mounted.ts';
import { PassesWorld } from '../testing/world.ts';
import { passesConsequences } from './zone-consequences.ts';

let w: PassesWorld;
beforeEach(async () => {
  w = await PassesWorld.open();
});
afterEach(() => w.close());

const list = (
  filter: Parameters<Parameters<typeof w.ask>[0]>[0]['list'] extends (f: infer F) => unknown ? F : never,
) => w.ask(async (ask) => (await ask.list(filter)).passes);
const counted = () =>
  w.ask(async (ask) =>
    Object.fromEntries(
      (await ask.counts({})).counts.map(({ kind, state, count }) => [`${kind} ${state}`, count]),
    ),
  );
const seal = (status: string, placeId: string) =>
  w.world.send(w.secretary, 'zones.set-status', {
    statusId: w.newId(),
    placeKind: 'building',
    placeId,
    status,
    from: w.now,
    until: w.now + 3_600_000,
    reason: '阳性',
    source: '街道通知',
  });

describe('the list of passes', () => {
  test('says who, where and what each pass is now, names masked', async () => {
    await w.issue([w.aPass({}, 0)], { compoundIds: [w.compoundId] });
    w.world.clock.advance(1000);
    await w.issue([w.aPass({ residentId: null, label: '张建国' })], { kind: 'worker' });
    const rows = await list({});
    expect(rows.map(({ holder, place, compounds, state }) => ({ holder, place, compounds, state }))).toEqual([
      { holder: '张**', place: null, compounds: [], state: 'good' },
      { holder: '王**', place: '3号 101', compounds: ['清源小区'], state: 'good' },
    ]);
  });

  test('narrows by kind, building and state, and its figures count the same rows', async () => {
    const ids = await w.issue(w.people.map((_, i) => w.aPass({}, i)));
    await w.send('passes.revoke', { passIds: ids.slice(0, 1), reason: 'lost', note: '' });
    await w.send('passes.suspend', { passIds: ids.slice(1, 3), reason: 'checking', note: '' });
    await w.issue([w.aPass({ plate: '沪A12345' })], { kind: 'vehicle', validFrom: w.now + 1000 });
    expect(await counted()).toEqual({
      'resident good': 5,
      'resident suspended': 2,
      'resident revoked': 1,
      'vehicle not-yet': 1,
    });
    expect(await list({ state: 'suspended' })).toHaveLength(2);
    expect(await list({ state: 'revoked' })).toHaveLength(1);
    expect((await list({ kind: 'vehicle' })).map(({ plate }) => plate)).toEqual(['沪A12345']);
    expect(await list({ buildingId: w.buildings[0] ?? '', kind: 'resident', state: 'good' })).toHaveLength(2);
  });

  test('is for leaders', async () => {
    await expect(w.ask((ask) => ask.list({}), w.gate)).rejects.toThrow('query.not-allowed');
    await expect(w.ask((ask) => ask.signed({ passIds: [w.newId()] }), w.gate)).rejects.toThrow();
  });
});

describe('a zone', () => {
  test('says before it is declared how many passes will rest', async () => {
    await w.issue(w.people.map((_, i) => w.aPass({}, i)));
    const places = { buildingIds: [w.buildings[0] ?? ''], entranceIds: [], looseBuildingIds: [] };
    const words = (before: 'normal' | 'lockdown' | 'control', after: 'normal' | 'lockdown' | 'control') =>
      w.world.read(async (tx) =>
        (await passesConsequences(passesDoors).foresee(tx, { before, after, places }, w.now)).map(
          ({ said }) => said['zh-CN'],
        ),
      );
    expect(await words('normal', 'lockdown')).toEqual(['这里居民的 4 张出入证会暂停，解除后自动恢复']);
    expect(await words('lockdown', 'normal')).toEqual(['这里居民的 4 张出入证恢复使用']);
    expect(await words('lockdown', 'control')).toEqual([]);
  });

  test('lets the passes of its residents rest while it holds, and brings them back by itself', async () => {
    await w.issue(w.people.map((_, i) => w.aPass({}, i)));
    await seal('lockdown', w.buildings[0] ?? '');
    expect(await counted()).toEqual({ 'resident zone': 4, 'resident good': 4 });
    expect(await list({ state: 'zone' })).toHaveLength(4);
    w.world.clock.advance(3_600_000);
    expect(await counted()).toEqual({ 'resident good': 8 });
  });

  test('that is mild leaves them', async () => {
    await w.issue([w.aPass()]);
    await seal('precaution', w.buildings[0] ?? '');
    expect(await counted()).toEqual({ 'resident good': 1 });
  });
});
