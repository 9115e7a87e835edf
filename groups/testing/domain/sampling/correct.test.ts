import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { inTube, moveDeed, spoilDeed, swapDeed } from '../../testing/corrections.ts';
import { fillTube, packDeed, sampleDeed } from '../../testing/deeds.ts';
import { booksOf, expectSums } from '../../testing/scripts.ts';
import { Story } from '../../testing/story.ts';

/** The last three of six went into another tube than the phone had open. */
function wrongTube() {
  const story = Story.opened();
  const { tubeId } = fillTube(story, 'T1', 0, 6);
  return { story, tubeId, last: inTube(story, tubeId).slice(3) };
}

const tubeOf = (story: Story, code: string) =>
  [...story.state.tubes.all()].find((tube) => tube.code === code);

describe('swabs recorded under a wrong tube code', () => {
  it('go to the right one, new or known, and how it stood before is kept', () => {
    const { story, tubeId, last } = wrongTube();
    const deed = moveDeed(story, last, 'T2');
    expect(story.tell(deed)).toEqual({ refused: null, flags: [], flagRows: [] });
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 3 });
    const right = tubeOf(story, 'T2');
    expect(right).toMatchObject({ count: 3, ratio: 10, state: 'open' });
    expect(inTube(story, right?.id ?? '')).toEqual(last);
    expect(story.state.corrections.get(deed.body.correctionId)).toMatchObject({
      what: 'move',
      fromCode: 'T1',
      toCode: 'T2',
      sampleIds: last,
    });
    expectSums(booksOf(story));
  });

  it('find the tube that another phone opened by its code', () => {
    const { story, last } = wrongTube();
    const { tubeId: known } = fillTube(story, 'T2', 10, 12);
    expect(story.tell(moveDeed(story, last, 'T2')).refused).toBeNull();
    expect(story.state.tubes.get(known)).toMatchObject({ count: 5 });
    expect([...story.state.tubes.all()]).toHaveLength(2);
  });

  it('close the right tube when they fill it, and open the wrong one that was full', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10);
    fillTube(story, 'T2', 10, 18);
    story.tell(moveDeed(story, inTube(story, tubeId).slice(8), 'T2'));
    expect(tubeOf(story, 'T2')).toMatchObject({ count: 10, closeReason: 'full' });
    expect(tubeOf(story, 'T1')).toMatchObject({ count: 8, state: 'open', closeReason: null });
    expectSums(booksOf(story));
  });

  it('make an overfull tube seen, and settle the one they leave', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 11);
    const over = story.discrepancy('tube-over-ratio');
    fillTube(story, 'T2', 11, 20);
    const said = story.tell(moveDeed(story, inTube(story, tubeId).slice(9), 'T2'));
    expect(said.flags).toEqual(['tube-over-ratio']);
    expect(story.state.discrepancies.get(over)?.settled).toBe(true);
    expect(tubeOf(story, 'T2')?.count).toBe(11);
  });

  it('take the tube’s place in its box: each code is packed once', () => {
    const { story, last } = wrongTube();
    story.tell(packDeed(story, 'B1', ['T1', 'T2'], MORNING + 8 * MINUTE));
    expect(booksOf(story).unknownPackingIds).toHaveLength(1);
    story.tell(moveDeed(story, last, 'T2'));
    expect(tubeOf(story, 'T2')?.packedAt).not.toBeNull();
    expect(booksOf(story).unknownPackingIds).toEqual([]);
    expectSums(booksOf(story));
  });

  it('are corrected in the field by whoever took them, within minutes; later by a leader', () => {
    const { story, last } = wrongTube();
    expect(story.tell(moveDeed(story, last, 'T2', { by: 'another' })).refused).toBe('not-your-sample');
    expect(story.tell(moveDeed(story, last, 'T2', { minute: 32 })).refused).toBe('correct-too-late');
    const later = moveDeed(story, last, 'T2', {
      kind: 'testing.correct-tube-later',
      by: 'leader',
      minute: 300,
    });
    expect(story.tell(later).refused).toBeNull();
  });

  it('are refused where others rely on it: in a sealed box, with a result', () => {
    const { story, last } = wrongTube();
    const { roundId } = story.round;
    const result = {
      resultId: story.newId(),
      tubeCode: 'T3',
      outcome: 'negative',
      note: '',
      reportedAt: null,
    } as const;
    story.tell({ kind: 'testing.record-results', body: { roundId, results: [result] } });
    expect(story.tell(moveDeed(story, last, 'T3')).refused).toBe('tube-has-result');
    const pack = packDeed(story, 'B1', ['T1'], MORNING + 8 * MINUTE);
    story.tell(pack);
    story.tell({
      kind: 'testing.seal-box',
      body: { roundId, boxId: pack.body.boxId, boxCode: 'B1' },
      at: MORNING + 9 * MINUTE,
    });
    expect(story.tell(moveDeed(story, last, 'T2')).refused).toBe('tube-sealed');
  });

  it('are refused where the command makes no sense', () => {
    const { story, tubeId, last } = wrongTube();
    const { tubeId: other } = fillTube(story, 'T2', 10, 11);
    const [stranger = ''] = inTube(story, other);
    const told = (ids: readonly string[], code: string, options = {}) =>
      story.tell(moveDeed(story, ids, code, options)).refused;
    expect(told([story.newId()], 'T9')).toBe('no-such-sample');
    expect(told([...last, stranger], 'T9')).toBe('not-one-tube');
    expect(told(last, 'T1')).toBe('already-there');
    expect(told(last, 'T1', { tubeId })).toBe('already-there');
    story.tell(spoilDeed(story, other, { minute: 2 }));
    expect(told(last, 'T2', { tubeId: other })).toBe('no-such-tube');
    expect(told([stranger], 'T9')).toBe('already-voided');
    const deed = moveDeed(story, last, 'T9');
    expect(story.tell({ ...deed, body: { ...deed.body, roundId: story.newId() } }).refused).toBe(
      'no-such-round',
    );
    expect(story.tell(deed).refused).toBeNull();
    expect(story.tell(deed).refused).toBe('id-taken');
  });
});

describe('two tubes taken for each other', () => {
  function two() {
    const story = Story.opened();
    const { tubeId: a } = fillTube(story, 'T1', 0, 4);
    const { tubeId: b } = fillTube(story, 'T2', 4, 10);
    return { story, a, b };
  }

  it('take each other’s code, also what arrives late for them, and how it stood is kept', () => {
    const { story, a, b } = two();
    const deed = swapDeed(story, a, b);
    expect(story.tell(deed).refused).toBeNull();
    expect(story.state.tubes.get(a)).toMatchObject({ code: 'T2', count: 4 });
    expect(story.state.tubes.get(b)).toMatchObject({ code: 'T1', count: 6 });
    expect(story.state.corrections.get(deed.body.correctionId)).toMatchObject({
      what: 'swap',
      fromCode: 'T1',
      toCode: 'T2',
    });
    story.tell(sampleDeed(story, 'T1', { person: 12, tubeId: a }));
    expect(story.state.tubes.get(a)).toMatchObject({ code: 'T2', count: 5 });
    expectSums(booksOf(story));
  });

  it('take each other’s place in the boxes', () => {
    const { story, a, b } = two();
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 8 * MINUTE));
    story.tell(swapDeed(story, a, b));
    expect(story.state.tubes.get(a)?.packedAt).toBeNull();
    expect(story.state.tubes.get(b)?.packedAt).toBe(MORNING + 8 * MINUTE);
    expectSums(booksOf(story));
  });

  it('are refused to others, too late, and where it makes no sense', () => {
    const { story, a, b } = two();
    expect(story.tell(swapDeed(story, a, b, { by: 'another' })).refused).toBe('not-your-sample');
    expect(story.tell(swapDeed(story, a, b, { minute: 60 })).refused).toBe('correct-too-late');
    expect(story.tell(swapDeed(story, a, a)).refused).toBe('already-there');
    expect(story.tell(swapDeed(story, a, story.newId())).refused).toBe('no-such-tube');
  });
});
