import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../testing/area.ts';
import { fillTube, packDeed, sampleDeed } from '../testing/deeds.ts';
import { Story } from '../testing/story.ts';

const closeTube = (story: Story, tubeId: string, at: number) =>
  story.tell({
    kind: 'testing.close-tube',
    body: { roundId: story.round.roundId, tubeId, reason: 'shift-end', note: '' },
    at,
  });

describe('one scan', () => {
  it('records the check-in and the sample, and opens the tube', () => {
    const story = Story.opened();
    const deed = sampleDeed(story, 't1');
    const said = story.tell(deed);

    expect(said).toEqual({ refused: null, flags: [], flagRows: [] });
    const { sampleId, checkInId, tubeId, residentId } = deed.body;
    expect(story.state.samples.get(sampleId)).toMatchObject({ residentId, tubeId, checkInId, by: 'sampler' });
    expect(story.state.checkIns.get(checkInId)).toMatchObject({ residentId, voidedAt: null });
    expect(story.state.tubes.get(tubeId)).toMatchObject({ code: 'T1', count: 1, state: 'open', ratio: 10 });
  });

  it('closes the tube by itself when it is full', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10);
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 10, state: 'closed', closeReason: 'full' });
  });

  it('closes a tube of one in a single round', () => {
    const story = new Story();
    story.tell({ kind: 'testing.create-round', body: { ...story.round, mode: 'single', poolRatio: 1 } });
    story.tell({ kind: 'testing.open-round', body: { roundId: story.round.roundId }, at: MORNING });
    const deed = sampleDeed(story, 'T1');
    story.tell(deed);
    expect(story.state.tubes.get(deed.body.tubeId)).toMatchObject({
      count: 1,
      closeReason: 'full',
      ratio: 1,
    });
  });

  it('is refused only where it names what never stood, or an id that is taken', () => {
    const story = Story.opened();
    const deed = sampleDeed(story, 'T1');
    const foreign = story.newId();
    const told = (body: Partial<typeof deed.body>) =>
      story.tell({ ...deed, body: { ...deed.body, ...body } }).refused;
    expect(told({ roundId: foreign })).toBe('no-such-round');
    expect(told({ laneId: foreign })).toBe('no-such-lane');
    expect(told({})).toBeNull();
    expect(told({})).toBe('id-taken');
    expect(told({ sampleId: foreign })).toBe('id-taken');
  });
});

describe('a contradiction is kept and flagged', () => {
  it('the same person twice, also on another lane', () => {
    const story = Story.opened();
    const first = sampleDeed(story, 'T1', { lane: 0 });
    const second = sampleDeed(story, 'T2', { lane: 4, at: MORNING + 5 * MINUTE });
    story.tell(first);
    const said = story.tell(second);
    expect(said.flags).toEqual(['double-sample']);
    expect(said.flagRows[0]?.subjects).toEqual({
      roundId: story.round.roundId,
      residentId: story.person(0),
      sampleId: second.body.sampleId,
      otherSampleId: first.body.sampleId,
      tubeId: second.body.tubeId,
      otherTubeId: first.body.tubeId,
    });
    expect(story.state.samples.get(second.body.sampleId)?.voidedAt).toBeNull();
  });

  it('one tube code opened by two phones: both rows stand', () => {
    const story = Story.opened();
    const first = sampleDeed(story, 'T1', { person: 0, lane: 0 });
    const second = sampleDeed(story, 't1', { person: 1, lane: 3 });
    story.tell(first);
    expect(story.tell(second).flags).toEqual(['tube-used-twice']);
    expect(story.state.tubes.get(first.body.tubeId)?.count).toBe(1);
    expect(story.state.tubes.get(second.body.tubeId)?.count).toBe(1);
    // Once per opening, not once per person.
    const third = sampleDeed(story, 'T1', { person: 2, lane: 3, tubeId: second.body.tubeId });
    expect(story.tell(third).flags).toEqual([]);
  });

  it('the eleventh in a tube of ten', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10);
    const said = story.tell(sampleDeed(story, 'T1', { person: 10, tubeId, at: MORNING + 9 * MINUTE }));
    expect(said.flags).toEqual(['tube-over-ratio']);
    expect(said.flagRows[0]?.problem.details).toEqual({ code: 'T1', count: 11, ratio: 10 });
  });

  it('a swab later than the closing, whichever arrives first', () => {
    const early = Story.opened();
    const { tubeId } = fillTube(early, 'T1', 0, 3);
    closeTube(early, tubeId, MORNING + 5 * MINUTE);
    const late = sampleDeed(early, 'T1', { person: 5, tubeId, at: MORNING + 6 * MINUTE });
    expect(early.tell(late).flags).toEqual(['sample-into-closed-tube']);

    const other = Story.opened();
    const filled = fillTube(other, 'T1', 0, 3, { at: MORNING + 6 * MINUTE });
    expect(closeTube(other, filled.tubeId, MORNING + 5 * MINUTE).flags).toEqual(['sample-into-closed-tube']);
  });

  it('but not a swab that was taken before the closing and arrives after it', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 3);
    closeTube(story, tubeId, MORNING + 5 * MINUTE);
    const late = sampleDeed(story, 'T1', { person: 5, tubeId, at: MORNING + 4 * MINUTE });
    expect(story.tell(late).flags).toEqual([]);
  });

  it('a swab into a tube that lies in a box', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 3);
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE));
    const late = sampleDeed(story, 'T1', { person: 5, tubeId, at: MORNING + 6 * MINUTE });
    expect(story.tell(late).flags).toEqual(['sample-into-closed-tube']);
  });

  it('somebody nobody knows, and the same unknown code again', () => {
    const story = Story.opened();
    expect(story.tell(sampleDeed(story, 'T1', { codeText: 'X-17' })).flags).toEqual(['unknown-person']);
    const again = story.tell(sampleDeed(story, 'T2', { codeText: 'X-17' }));
    expect(again.flags).toEqual(['unknown-person', 'double-sample']);
  });

  it('somebody from outside the scope', () => {
    const story = Story.opened();
    const visitor = sampleDeed(story, 'T1', { residentId: story.newId() });
    expect(story.tell(visitor).flags).toEqual(['not-in-scope']);
  });

  it('somebody listed as away', () => {
    const story = Story.opened({ away: 1 });
    const said = story.tell(sampleDeed(story, 'T1', { person: 0 }));
    expect(said.flags).toEqual(['away-person-sampled']);
    expect(said.flagRows[0]?.problem.details).toEqual({ status: 'testing.status.away' });
  });

  it('before the opening and after the closing, by the time of the deed', () => {
    const story = Story.opened();
    const early = sampleDeed(story, 'T1', { person: 0, at: MORNING - MINUTE });
    expect(story.tell(early).flags).toEqual(['round-not-open']);
    story.tell({
      kind: 'testing.close-round',
      body: { roundId: story.round.roundId, acknowledgedDeviceIds: [] },
      at: MORNING + 60 * MINUTE,
    });
    const inTime = sampleDeed(story, 'T2', { person: 1, at: MORNING + 59 * MINUTE });
    const tooLate = sampleDeed(story, 'T3', { person: 2, at: MORNING + 61 * MINUTE });
    expect(story.tell(inTime).flags).toEqual([]);
    expect(story.tell(tooLate).flags).toEqual(['round-not-open']);
  });
});

describe('taking back', () => {
  const undo = (story: Story, sampleId: string, at: number, by = 'sampler', keepCheckIn = false) =>
    story.tell({
      kind: 'testing.undo-sample',
      body: { roundId: story.round.roundId, sampleId, keepCheckIn },
      at,
      by,
    });

  it('its author may within minutes; the place in the tube is free again', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 9);
    const wrong = sampleDeed(story, 'T1', { person: 12, tubeId });
    story.tell(wrong);
    expect(undo(story, wrong.body.sampleId, MORNING + 3 * MINUTE).refused).toBeNull();
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 9, state: 'open', closedAt: null });
    const right = sampleDeed(story, 'T1', { person: 9, tubeId, at: MORNING + 4 * MINUTE });
    expect(story.tell(right).flags).toEqual([]);
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 10, closeReason: 'full' });
  });

  it('somebody else may not, nor anybody later than the setting says', () => {
    const story = Story.opened();
    const deed = sampleDeed(story, 'T1');
    story.tell(deed);
    const { sampleId } = deed.body;
    expect(undo(story, sampleId, MORNING + 2 * MINUTE, 'another').refused).toBe('not-your-sample');
    expect(undo(story, sampleId, MORNING + 12 * MINUTE).refused).toBe('undo-too-late');
    story.state.settings = [{ key: 'testing.undo-minutes', value: 30, from: 0, source: 'test' }];
    expect(undo(story, sampleId, MORNING + 12 * MINUTE).refused).toBeNull();
    expect(undo(story, sampleId, MORNING + 12 * MINUTE).refused).toBe('already-voided');
  });

  it('can leave the check-in standing: the person came and was not sampled', () => {
    const story = Story.opened();
    const deed = sampleDeed(story, 'T1');
    story.tell(deed);
    undo(story, deed.body.sampleId, MORNING + 2 * MINUTE, 'sampler', true);
    expect(story.state.checkIns.get(deed.body.checkInId)?.voidedAt).toBeNull();
    // Sampled anew, nobody is in two tubes.
    expect(story.tell(sampleDeed(story, 'T2')).flags).toEqual([]);
  });

  it('a leader voids at any time', () => {
    const story = Story.opened();
    const deed = sampleDeed(story, 'T1');
    story.tell(deed);
    const { roundId } = story.round;
    const body = { roundId, sampleId: deed.body.sampleId, keepCheckIn: false, note: '扫错人' };
    expect(story.tell({ kind: 'testing.void-sample', body, at: MORNING + 600 * MINUTE }).refused).toBeNull();
    expect(story.state.checkIns.get(deed.body.checkInId)?.voidedAt).not.toBeNull();
  });
});
