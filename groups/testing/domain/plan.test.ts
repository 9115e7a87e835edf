import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../testing/area.ts';
import { sampleDeed } from '../testing/deeds.ts';
import { Story } from '../testing/story.ts';
import { expectedId } from './expected-id.ts';

const create = (story: Story) => story.tell({ kind: 'testing.create-round', body: story.round });
const open = (story: Story) =>
  story.tell({ kind: 'testing.open-round', body: { roundId: story.round.roundId }, at: MORNING });

describe('a round is planned', () => {
  it('with its sites and lanes', () => {
    const story = new Story();
    expect(create(story).refused).toBeNull();
    expect(story.state.rounds.get(story.round.roundId)).toMatchObject({ state: 'draft', poolRatio: 10 });
    expect(story.state.sites.by('round', story.round.roundId)).toHaveLength(2);
    expect(story.state.lanes.by('round', story.round.roundId)).toHaveLength(6);
    expect(create(story).refused).toBe('id-taken');
  });

  it('only with a ratio the norm knows', () => {
    const story = new Story();
    const body = { ...story.round, poolRatio: 12 };
    expect(story.tell({ kind: 'testing.create-round', body }).refused).toBe('ratio-not-allowed');
    const single = { ...story.round, mode: 'single', poolRatio: 10 } as const;
    expect(story.tell({ kind: 'testing.create-round', body: single }).refused).toBe('ratio-not-allowed');
  });

  it('only with a laboratory series that can be told from identity cards', () => {
    const story = new Story();
    const tubeSeries = { kind: 'lab', name: '区疾控', pattern: '##################' } as const;
    const said = story.tell({ kind: 'testing.create-round', body: { ...story.round, tubeSeries } });
    expect(said.refused).toBe('codes.series-like-id-card');
  });

  it('and changed while it is a draft: a site left out is removed', () => {
    const story = new Story();
    create(story);
    const sites = story.round.sites.slice(0, 1);
    const { roundId } = story.round;
    const body = { roundId, name: '第二轮', poolRatio: 20, sites };
    expect(story.tell({ kind: 'testing.change-round', body }).refused).toBeNull();
    expect(story.state.rounds.get(roundId)).toMatchObject({ name: '第二轮', poolRatio: 20, mode: 'pooled' });
    const standing = story.state.lanes.by('round', roundId).filter((lane) => lane.removedAt === null);
    expect(standing).toHaveLength(3);
  });

  it('never with the site of another round', () => {
    const story = new Story();
    create(story);
    const body = { ...story.round, roundId: story.newId() };
    expect(story.tell({ kind: 'testing.create-round', body }).refused).toBe('id-taken');
  });
});

describe('a round is opened', () => {
  it('with the list as the register stands, away ones apart', () => {
    const story = Story.opened({ people: 5, away: 2 });
    const { roundId } = story.round;
    const listed = story.people.map((p) => story.state.expected.get(expectedId(roundId, p.residentId)));
    expect(listed.map((row) => row?.status)).toEqual(['away', 'away', 'expected', 'expected', 'expected']);
    expect(listed[0]?.reason).toBe('away');
    expect(open(story).refused).toBe('not-draft');
  });

  it('not without lanes, and not for nobody', () => {
    const empty = new Story({ sites: 0 });
    create(empty);
    expect(open(empty).refused).toBe('no-lanes');
    const deserted = new Story({ people: 0 });
    create(deserted);
    expect(open(deserted).refused).toBe('nobody-in-scope');
  });

  it('then its scope and ratio stay; sites may still be added, a used lane stays', () => {
    const story = Story.opened();
    const { roundId, sites } = story.round;
    const change = (body: object) =>
      story.tell({ kind: 'testing.change-round', body: { roundId, ...body } }).refused;
    expect(change({ poolRatio: 5 })).toBe('not-draft');
    expect(change({ sites: [] })).toBe('no-lanes');
    const third = { siteId: story.newId(), name: '3号点', lanes: [{ laneId: story.newId(), name: '1台' }] };
    expect(change({ sites: [...sites, third] })).toBeNull();
    story.state.usedLanes.add(story.lane(0));
    expect(change({ sites: [third] })).toBe('lane-in-use');
  });

  it('and who is awaited can be said one by one', () => {
    const story = Story.opened();
    const { roundId } = story.round;
    const residentIds = [story.person(0), story.person(1)];
    const body = { roundId, residentIds, status: 'exempt', reason: 'medical' } as const;
    expect(story.tell({ kind: 'testing.set-expectation', body }).refused).toBeNull();
    expect(story.tell(sampleDeed(story, 'T1', { person: 0 })).flags).toEqual(['away-person-sampled']);
    const stranger = { roundId, residentIds: [story.newId()], status: 'expected' as const };
    expect(story.tell({ kind: 'testing.set-expectation', body: stranger }).refused).toBe('no-such-resident');
  });
});

describe('a round is closed', () => {
  const close = (story: Story, acknowledgedDeviceIds: string[] = []) =>
    story.tell({
      kind: 'testing.close-round',
      body: { roundId: story.round.roundId, acknowledgedDeviceIds },
      at: MORNING + 60 * MINUTE,
    });

  it('only when the leader has seen which phones have not synced', () => {
    const story = Story.opened();
    const phone = story.newId();
    story.state.unsyncedDevices.set(story.round.roundId, [phone]);
    expect(close(story).refused).toBe('phones-not-synced');
    expect(close(story, [phone]).refused).toBeNull();
    expect(close(story, [phone]).refused).toBe('not-open');
  });

  it('and what arrives later marks the figures revised', () => {
    const story = Story.opened();
    close(story);
    const round = () => story.state.rounds.get(story.round.roundId);
    expect(round()?.revisedAt).toBeNull();
    story.tell(sampleDeed(story, 'T1', { at: MORNING + 30 * MINUTE }));
    expect(round()).toMatchObject({ state: 'closed', revisedAt: MORNING + 31 * MINUTE });
  });
});
