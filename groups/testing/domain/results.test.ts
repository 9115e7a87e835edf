import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../testing/area.ts';
import { fillTube } from '../testing/deeds.ts';
import { Story } from '../testing/story.ts';

const line = (story: Story, tubeCode: string, outcome: 'negative' | 'positive' | 'invalid', note = '') => ({
  resultId: story.newId(),
  tubeCode,
  outcome,
  note,
  reportedAt: null,
});

const record = (story: Story, results: ReturnType<typeof line>[], at = MORNING + 600 * MINUTE) =>
  story.tell({ kind: 'testing.record-results', body: { roundId: story.round.roundId, results }, at });

const inForce = (story: Story) =>
  [...story.state.results.all()].filter((r) => r.replacedAt === null).map((r) => [r.tubeCode, r.outcome]);

describe('results of the laboratory', () => {
  it('stand for their tubes, also where the tube is not known yet', () => {
    const story = Story.opened();
    fillTube(story, 'T1', 0, 10);
    const said = record(story, [line(story, 'T1', 'negative'), line(story, 'T9', 'positive')]);
    expect(said).toEqual({ refused: null, flags: [], flagRows: [] });
    expect(inForce(story)).toEqual([
      ['T1', 'negative'],
      ['T9', 'positive'],
    ]);
  });

  it('said again change nothing', () => {
    const story = Story.opened();
    record(story, [line(story, 'T1', 'negative')]);
    record(story, [line(story, 'T1', 'negative'), line(story, 't1', 'negative')]);
    expect([...story.state.results.all()]).toHaveLength(1);
  });

  it('corrected keep the earlier word', () => {
    const story = Story.opened();
    record(story, [line(story, 'T1', 'positive')]);
    record(story, [line(story, 'T1', 'negative', '复核')], MORNING + 700 * MINUTE);
    expect(inForce(story)).toEqual([['T1', 'negative']]);
    const earlier = [...story.state.results.all()].find((r) => r.outcome === 'positive');
    expect(earlier?.replacedAt).toBe(MORNING + 700 * MINUTE);
  });

  it('that stand twice in one sheet: the later line is the last word', () => {
    const story = Story.opened();
    record(story, [line(story, 'T1', 'positive'), line(story, 'T1', 'negative')]);
    expect(inForce(story)).toEqual([['T1', 'negative']]);
    expect([...story.state.results.all()]).toHaveLength(2);
  });

  it('of a closed round do not mark its figures as revised', () => {
    const story = Story.opened();
    const { roundId } = story.round;
    story.tell({
      kind: 'testing.close-round',
      body: { roundId, acknowledgedDeviceIds: [] },
      at: MORNING + MINUTE,
    });
    record(story, [line(story, 'T1', 'negative')]);
    expect(story.state.rounds.get(roundId)?.revisedAt).toBeNull();
  });

  it('are refused only for a round that never was, or an id that is taken', () => {
    const story = Story.opened();
    const one = line(story, 'T1', 'negative');
    const body = { roundId: story.newId(), results: [one] };
    expect(story.tell({ kind: 'testing.record-results', body }).refused).toBe('no-such-round');
    record(story, [one]);
    expect(record(story, [one]).refused).toBe('id-taken');
  });
});
