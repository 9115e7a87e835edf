import { describe, expect, it } from 'vitest';
import { setUpBodies } from '../../contract/set-up-commands.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { aCheck, pointAt, standardLists } from '../../testing/set-up.ts';
import { Story } from '../../testing/story.ts';
import { stateOf } from './standing.ts';

const photo = {
  fileId: '00000000-0000-4000-8000-00000000000f',
  sha256: 'a'.repeat(64),
  size: 1000,
  type: 'image/jpeg',
} as const;

/** A round in draft whose sites have the standard list. */
function planned() {
  const story = new Story();
  story.tell({ kind: 'testing.create-round', body: story.round, at: MORNING - 60 * MINUTE });
  const lists = standardLists(story.round, () => story.newId());
  const said = story.tell({ kind: 'testing.set-check-list', body: lists, at: MORNING - 50 * MINUTE });
  expect(said.refused).toBeNull();
  const { roundId } = story.round;
  const check = (point: string, about: Parameters<typeof aCheck>[3] = {}, at?: number, by?: string) =>
    story.tell({
      kind: 'testing.check-point',
      body: aCheck(() => story.newId(), roundId, point, about),
      ...(at !== undefined && { at }),
      ...(by !== undefined && { by }),
    });
  const standing = (id: string) => {
    const point = story.state.setUp.points.get(id);
    if (!point) throw new Error('there is no such point');
    return stateOf(point, story.state.setUp.checks.by('point', id));
  };
  return { story, lists, check, standing };
}

describe('the lists of a round', () => {
  it('are set site by site, in their order; sites left out stay as they are', () => {
    const { story, lists } = planned();
    const [first] = lists.sites;
    if (!first) throw new Error('no site');
    const turned = [...first.points].reverse();
    const sites = [{ siteId: first.siteId, points: turned }];
    story.tell({ kind: 'testing.set-check-list', body: { roundId: lists.roundId, sites } });
    const points = story.state.setUp.points.by('site', first.siteId);
    const ordered = points.sort((a, b) => a.sort - b.sort).map(({ id }) => id);
    expect(ordered).toEqual(turned.map(({ pointId }) => pointId));
    expect(story.state.setUp.points.by('site', lists.sites[1]?.siteId ?? '')).toHaveLength(12);
  });

  it('lose what is left out; it comes back when it is named again, and what was said of it stays', () => {
    const { story, lists, check, standing } = planned();
    const [first] = lists.sites;
    if (!first) throw new Error('no site');
    const point = pointAt(lists, 0, 1);
    check(point);
    const without = { siteId: first.siteId, points: first.points.filter(({ pointId }) => pointId !== point) };
    story.tell({ kind: 'testing.set-check-list', body: { roundId: lists.roundId, sites: [without] } });
    expect(story.state.setUp.points.get(point)?.removedAt).not.toBeNull();
    story.tell({ kind: 'testing.set-check-list', body: { roundId: lists.roundId, sites: [first] } });
    expect(story.state.setUp.points.get(point)?.removedAt).toBeNull();
    expect(standing(point)).toBe('done');
  });

  it('are refused for a round or a site that is none, and for one that is closed', () => {
    const { story, lists } = planned();
    const other = story.newId();
    const set = (body: typeof lists) => story.tell({ kind: 'testing.set-check-list', body }).refused;
    expect(set({ ...lists, roundId: other })).toBe('no-such-round');
    expect(set({ roundId: lists.roundId, sites: [{ siteId: other, points: [] }] })).toBe('no-such-site');
    const { roundId } = lists;
    story.tell({ kind: 'testing.open-round', body: { roundId }, at: MORNING });
    expect(set(lists)).toBeNull();
    story.tell({ kind: 'testing.close-round', body: { roundId, acknowledgedDeviceIds: [] } });
    expect(set(lists)).toBe('set-up-over');
  });

  it('are refused with a point twice, or with one of another site', () => {
    const { story, lists } = planned();
    const [one, two] = lists.sites;
    const [point] = one?.points ?? [];
    if (!one || !two || !point) throw new Error('no site');
    const set = (sites: typeof lists.sites) =>
      story.tell({ kind: 'testing.set-check-list', body: { roundId: lists.roundId, sites } }).refused;
    expect(set([{ ...one, points: [point, point] }])).toBe('id-taken');
    expect(set([{ ...two, points: [point] }])).toBe('id-taken');
    expect(set([one, one])).toBe('id-taken');
  });

  it('need words for a point of one’s own', () => {
    const { lists } = planned();
    const [site] = lists.sites;
    const [point] = site?.points ?? [];
    const own = { ...point, standard: null, name: ' ' };
    const body = { ...lists, sites: [{ siteId: site?.siteId, points: [own] }] };
    expect(setUpBodies['testing.set-check-list'].safeParse(body).success).toBe(false);
  });
});

describe('a point', () => {
  it('is open until somebody says that it stands, with a photo where it asks for one', () => {
    const { lists, check, standing } = planned();
    const plain = pointAt(lists, 0, 1);
    expect(standing(plain)).toBe('open');
    check(plain);
    expect(standing(plain)).toBe('done');
    const pictured = pointAt(lists, 0, 0);
    check(pictured);
    expect(standing(pictured)).toBe('photo-missing');
    check(pictured, { photo }, MORNING + 2 * MINUTE);
    expect(standing(pictured)).toBe('done');
  });

  it('that cannot be had says why: without a reason it is not even sent', () => {
    const { story, lists, check, standing } = planned();
    const point = pointAt(lists, 1, 9);
    check(point, { outcome: 'not-possible', note: '没有空房间，改用帐篷' });
    expect(standing(point)).toBe('not-possible');
    const silent = aCheck(() => story.newId(), lists.roundId, point, { outcome: 'not-possible', note: '  ' });
    expect(setUpBodies['testing.check-point'].safeParse(silent).success).toBe(false);
  });

  it('corrected keeps what was said before: the latest by its own time counts, whatever came last', () => {
    const { story, lists, check, standing } = planned();
    const point = pointAt(lists, 0, 1);
    check(point, { outcome: 'reopened', note: '风吹倒了' }, MORNING + 20 * MINUTE, 'li');
    check(point, {}, MORNING + 10 * MINUTE, 'wang');
    expect(standing(point)).toBe('open');
    const checks = story.state.setUp.checks.by('point', point);
    expect(checks.map(({ by, outcome }) => [by, outcome]).sort()).toEqual([
      ['li', 'reopened'],
      ['wang', 'done'],
    ]);
    check(point, {}, MORNING + 30 * MINUTE);
    expect(standing(point)).toBe('done');
  });

  it('corrected in words keeps its photo; opened again it needs a new one', () => {
    const { lists, check, standing } = planned();
    const point = pointAt(lists, 0, 0);
    check(point, { photo }, MORNING);
    check(point, { note: '箭头补了两个' }, MORNING + MINUTE);
    expect(standing(point)).toBe('done');
    check(point, { outcome: 'reopened' }, MORNING + 2 * MINUTE);
    check(point, {}, MORNING + 3 * MINUTE);
    expect(standing(point)).toBe('photo-missing');
  });

  it('taken off the list meanwhile, or of a round that is over, is still noted: it was looked at', () => {
    const { story, lists, check } = planned();
    const [first] = lists.sites;
    const { roundId } = lists;
    story.tell({
      kind: 'testing.set-check-list',
      body: { roundId, sites: [{ siteId: first?.siteId ?? '', points: [] }] },
    });
    expect(check(pointAt(lists, 0, 3))).toMatchObject({ refused: null, flags: [] });
    story.tell({ kind: 'testing.open-round', body: { roundId }, at: MORNING });
    story.tell({ kind: 'testing.close-round', body: { roundId, acknowledgedDeviceIds: [] } });
    const before = story.state.rounds.get(roundId)?.revisedAt;
    expect(check(pointAt(lists, 1, 3))).toMatchObject({ refused: null });
    // No figure of the closed round has changed by it.
    expect(story.state.rounds.get(roundId)?.revisedAt).toBe(before);
  });

  it('that is none is refused, and a check that was said already is not said twice', () => {
    const { story, lists, check } = planned();
    expect(check(story.newId()).refused).toBe('no-such-point');
    const body = aCheck(() => story.newId(), lists.roundId, pointAt(lists, 0, 0));
    expect(story.tell({ kind: 'testing.check-point', body }).refused).toBeNull();
    expect(story.tell({ kind: 'testing.check-point', body }).refused).toBe('id-taken');
    const elsewhere = { ...body, checkId: story.newId(), roundId: story.newId() };
    expect(story.tell({ kind: 'testing.check-point', body: elsewhere }).refused).toBe('no-such-point');
  });
});
