import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { Story } from '../../testing/story.ts';

const swabs = (story: Story, quantity: number, entryId = story.newId()) => ({
  entryId,
  kind: 'swab' as const,
  name: '',
  quantity,
});
const issue = (story: Story, laneId = story.lane(0), entryId = story.newId()) =>
  story.tell({
    kind: 'testing.issue-supplies',
    body: { roundId: story.round.roundId, items: [{ ...swabs(story, 100, entryId), laneId }], note: '' },
  });
const record = (story: Story, deed: 'received' | 'counted' | 'returned', item: object, by = 'sampler') =>
  story.tell({
    kind: 'testing.record-supplies',
    body: {
      roundId: story.round.roundId,
      laneId: story.lane(0),
      deed,
      items: [item as ReturnType<typeof swabs>],
      note: '',
    },
    by,
  });
const rows = (story: Story) => story.state.supplies.by('lane', story.lane(0));

describe('supplies of a lane', () => {
  it('are issued before the day begins, and received, counted and returned at the lane', () => {
    const story = new Story();
    story.tell({ kind: 'testing.create-round', body: story.round });
    expect(issue(story).refused).toBeNull();
    for (const deed of ['received', 'counted', 'returned'] as const) {
      expect(record(story, deed, swabs(story, 5)).refused).toBeNull();
    }
    expect(rows(story).map(({ deed, quantity, by }) => [deed, quantity, by])).toEqual([
      ['issued', 100, 'sampler'],
      ['received', 5, 'sampler'],
      ['counted', 5, 'sampler'],
      ['returned', 5, 'sampler'],
    ]);
  });

  it('of other kinds have a name, and only they', () => {
    const story = Story.opened();
    const other = { ...swabs(story, 3), kind: 'other', name: '压舌板' };
    expect(record(story, 'received', other).refused).toBeNull();
    expect(() => record(story, 'received', { ...swabs(story, 3), kind: 'other' })).toThrow();
    expect(() => record(story, 'received', { ...swabs(story, 3), name: '压舌板' })).toThrow();
    expect(() => record(story, 'received', swabs(story, -1))).toThrow();
  });

  it('after the closing change no figure of it', () => {
    const story = Story.opened();
    const { roundId } = story.round;
    story.tell({
      kind: 'testing.close-round',
      body: { roundId, acknowledgedDeviceIds: [] },
      at: MORNING + 60 * MINUTE,
    });
    expect(record(story, 'returned', swabs(story, 5)).refused).toBeNull();
    expect(story.state.rounds.get(roundId)?.revisedAt).toBeNull();
  });

  it('are refused for a round or lane that never stood, and under an id that is taken', () => {
    const story = Story.opened();
    const entryId = story.newId();
    expect(issue(story, story.lane(0), entryId).refused).toBeNull();
    expect(issue(story, story.lane(1), entryId).refused).toBe('id-taken');
    expect(issue(story, story.newId()).refused).toBe('no-such-lane');
    const twice = story.newId();
    const items = [0, 1].map((lane) => ({ ...swabs(story, 1, twice), laneId: story.lane(lane) }));
    const { roundId } = story.round;
    const said = (body: object) =>
      story.tell({ kind: 'testing.issue-supplies', body: { roundId, items, note: '', ...body } }).refused;
    expect(said({})).toBe('id-taken');
    expect(said({ roundId: story.newId() })).toBe('no-such-round');
  });
});

describe('a line that was written wrongly', () => {
  const written = () => {
    const story = Story.opened();
    const entryId = story.newId();
    record(story, 'received', swabs(story, 1000, entryId));
    const body = { roundId: story.round.roundId, entryId };
    return { story, body };
  };

  it('is taken back by its author, within minutes', () => {
    const { story, body } = written();
    const undo = (by: string, at: number) =>
      story.tell({ kind: 'testing.undo-supply', body, by, at }).refused;
    expect(undo('other', MORNING + 2 * MINUTE)).toBe('not-your-supply');
    expect(undo('sampler', MORNING + 30 * MINUTE)).toBe('undo-too-late');
    expect(undo('sampler', MORNING + 2 * MINUTE)).toBeNull();
    expect(undo('sampler', MORNING + 3 * MINUTE)).toBe('already-voided');
    expect(rows(story)[0]?.voidedAt).toBe(MORNING + 2 * MINUTE);
  });

  it('is voided by a leader at any time', () => {
    const { story, body } = written();
    const voided = (change: object = {}) =>
      story.tell({
        kind: 'testing.void-supply',
        body: { ...body, note: '多写一个零', ...change },
        by: 'leader',
        at: MORNING + 90 * MINUTE,
      }).refused;
    expect(voided({ entryId: story.newId() })).toBe('no-such-supply');
    expect(voided({ roundId: story.newId() })).toBe('no-such-supply');
    expect(voided()).toBeNull();
    expect(voided()).toBe('already-voided');
  });
});
