import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFile } from '#kernel/files/server/store.ts';
import type { SyncSource } from '#kernel/sync/module.ts';
import { setUpTerm } from '../../contract/set-up-sync.ts';
import { aCheck, pointAt, standardLists } from '../../testing/set-up.ts';
import { TestingWorld } from '../../testing/world.ts';
import { setUpSync } from './sync.ts';

let t: TestingWorld;
let lists: ReturnType<typeof standardLists>;
beforeAll(async () => {
  t = await TestingWorld.open({ people: 4 });
  await t.send('testing.create-round', t.round);
  lists = standardLists(t.round, () => t.newId());
});
afterAll(() => t.close());

const setUp = (roundId = t.roundId) => t.ask((c) => c.setUp({ roundId }));
const open = (roundId = t.roundId) => t.ask((c) => c.setUpOpen({ roundId }));
const said = (point: string, about: Parameters<typeof aCheck>[3] = {}) =>
  aCheck(() => t.newId(), t.roundId, point, about);
const check = (point: string, about: Parameters<typeof aCheck>[3] = {}, actor = t.sampler) => {
  t.world.clock.advance(60_000);
  return t.send('testing.check-point', said(point, about), actor);
};
const photo = () => ({ fileId: t.newId(), sha256: 'b'.repeat(64), size: 1234, type: 'image/jpeg' }) as const;

describe('a round in draft', () => {
  it('proposes the standard list for every site, and has none before the leader takes it', async () => {
    const { sites } = await setUp();
    expect(
      sites.map(({ points, proposal, proposedBy }) => [points.length, proposal.length, proposedBy]),
    ).toEqual([
      [0, 12, null],
      [0, 12, null],
    ]);
    expect((await open()).sites).toEqual([]);
  });

  it('has lists once the leader sets them; nobody else may', async () => {
    for (const actor of [t.sampler, t.stranger]) {
      expect(await t.send('testing.set-check-list', lists, actor)).toMatchObject({ outcome: 'refused' });
    }
    expect(await t.send('testing.set-check-list', lists)).toMatchObject({ outcome: 'done' });
    expect((await open()).sites.map(({ open: left, points }) => [left, points])).toEqual([
      [12, 12],
      [12, 12],
    ]);
  });

  it('is checked by whoever is on testing duty, who and when; nobody else may', async () => {
    const point = pointAt(lists, 0, 1);
    expect(await check(point, {}, t.stranger)).toMatchObject({ outcome: 'refused' });
    expect(await check(point, { note: '挂在大门左边' })).toMatchObject({ outcome: 'done' });
    const view = (await setUp()).sites[0]?.points[1];
    expect(view).toMatchObject({
      state: 'done',
      checks: [{ note: '挂在大门左边', at: t.world.clock.now() }],
    });
    expect(view?.checks[0]?.byName).toContain('成员');
    expect((await open()).sites[0]).toMatchObject({ open: 11, points: 12 });
  });

  it('keeps what was said before a correction, the latest first', async () => {
    const point = pointAt(lists, 0, 1);
    await check(point, { outcome: 'reopened', note: '被风吹走了' }, t.other);
    const view = (await setUp()).sites[0]?.points[1];
    expect(view?.state).toBe('open');
    expect(view?.checks.map(({ outcome }) => outcome)).toEqual(['reopened', 'done']);
  });

  it('announces a photo that the leader may look at, and says that it is still on the phone', async () => {
    const ref = photo();
    await check(pointAt(lists, 0, 0), { photo: ref });
    const { sites, photosComing } = await setUp();
    expect(photosComing).toBe(1);
    expect(sites[0]?.points[0]).toMatchObject({
      state: 'done',
      checks: [{ photo: { fileId: ref.fileId, state: 'coming' } }],
    });
    const row = await t.world.read((tx) => findFile(tx, ref.fileId));
    expect(row).toMatchObject({ openedWith: 'testing:oversee', size: 1234, receivedAt: null });
    await t.world.write((tx) => sql`delete from kernel.file where id = ${ref.fileId}`.execute(tx.db));
    expect((await setUp()).sites[0]?.points[0]?.checks[0]?.photo?.state).toBe('gone');
  });

  it('opens with points open all the same', async () => {
    expect(await t.send('testing.open-round', { roundId: t.roundId })).toMatchObject({ outcome: 'done' });
  });
});

describe('the next round', () => {
  it('is proposed what the one before had, with its own words and additions', async () => {
    const [first] = lists.sites;
    const own = {
      pointId: t.newId(),
      part: 'waiting',
      standard: null,
      name: '热水',
      wantsPhoto: false,
    } as const;
    const sites = [{ siteId: first?.siteId ?? '', points: [...(first?.points.slice(0, 2) ?? []), own] }];
    await t.send('testing.set-check-list', { roundId: t.roundId, sites });
    const before = t.round;
    t.world.clock.advance(3_600_000);
    t.renewRound();
    await t.send('testing.create-round', t.round);
    const view = await setUp();
    expect(view.sites[0]?.proposal.map(({ standard, name }) => standard ?? name)).toEqual([
      'one-way',
      'signs',
      '热水',
    ]);
    expect(view.sites[0]?.proposedBy).toBe(before.name);
    expect(view.sites[1]?.proposal).toHaveLength(12);
  });

  it('is seen by leaders alone on the console', async () => {
    const { roundId } = t;
    for (const actor of [t.sampler, t.stranger]) {
      await expect(t.ask((c) => c.setUp({ roundId }), actor)).rejects.toThrow();
      await expect(t.ask((c) => c.setUpOpen({ roundId }), actor)).rejects.toThrow();
    }
  });
});

describe('what reaches a phone', () => {
  const terms = (actor = t.sampler, at = t.world.clock.now()) =>
    t.world.read((tx) => setUpSync.terms(tx, actor, at));
  const delta = async (roundId: string, since = 0): ReturnType<SyncSource['delta']> =>
    t.world.read((tx) => setUpSync.delta(tx, t.sampler, setUpTerm(roundId), since));

  it('are rounds that have a list, from the draft on; a stranger to testing gets none', async () => {
    const listed = lists.roundId;
    expect(await terms()).toEqual([setUpTerm(listed)]);
    expect(await terms(t.leader)).toEqual([setUpTerm(listed)]);
    expect(await terms(t.stranger)).toEqual([]);
    await t.send(
      'testing.set-check-list',
      standardLists(t.round, () => t.newId()),
    );
    expect(await terms()).toEqual([setUpTerm(listed), setUpTerm(t.roundId)]);
  });

  it('are the round’s name, its sites, points and checks: inserted, changed, and nothing of residents', async () => {
    const all = await delta(lists.roundId);
    expect(Object.keys(all).sort()).toEqual([
      'testing.set-up-check',
      'testing.set-up-point',
      'testing.set-up-round',
      'testing.set-up-site',
    ]);
    const [round] = all['testing.set-up-round']?.rows ?? [];
    expect(Object.keys(round ?? {}).sort()).toEqual(['id', 'name', 'state', 'version']);
    expect(all['testing.set-up-point']?.rows.length).toBe(25);
    const since = Math.max(
      ...Object.values(all).flatMap(({ rows }) => rows.map((row) => Number(row.version))),
    );
    expect((await delta(lists.roundId, since))['testing.set-up-check']?.rows).toEqual([]);
    const body = aCheck(() => t.newId(), lists.roundId, pointAt(lists, 1, 2));
    await t.send('testing.check-point', body, t.sampler);
    const after = await delta(lists.roundId, since);
    expect(after['testing.set-up-check']?.rows).toMatchObject([{ id: body.checkId, outcome: 'done' }]);
    expect(after['testing.set-up-point']?.rows).toEqual([]);
  });

  it('leave the phone a day after the closing', async () => {
    const { roundId } = lists;
    await t.send('testing.close-round', { roundId, acknowledgedDeviceIds: [] });
    expect(await terms()).toContain(setUpTerm(roundId));
    expect(await terms(t.sampler, t.world.clock.now() + 25 * 3_600_000)).not.toContain(setUpTerm(roundId));
  });
});
