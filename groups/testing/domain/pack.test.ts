import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../testing/area.ts';
import { fillTube, packDeed } from '../testing/deeds.ts';
import { Story } from '../testing/story.ts';

const seal = (story: Story, boxCode: string, at: number) =>
  story.tell({
    kind: 'testing.seal-box',
    body: { roundId: story.round.roundId, boxId: story.newId(), boxCode },
    at,
  });
const boxes = (story: Story) => [...story.state.boxes.all()];
const packings = (story: Story) => [...story.state.packings.all()];

describe('tubes are packed', () => {
  it('into one box, whichever phones fill it', () => {
    const story = Story.opened();
    const a = fillTube(story, 'T1', 0, 10);
    const b = fillTube(story, 'T2', 10, 13);
    expect(story.tell(packDeed(story, 'b1', ['T1'], MORNING + 5 * MINUTE)).flags).toEqual([]);
    expect(story.tell(packDeed(story, 'B1', ['T2'], MORNING + 6 * MINUTE)).flags).toEqual([]);
    expect(boxes(story)).toHaveLength(1);
    for (const { tubeId } of [a, b]) {
      expect(story.state.tubes.get(tubeId)).toMatchObject({ state: 'packed', boxId: boxes(story)[0]?.id });
    }
  });

  it('before the phone that filled them has synced', () => {
    const story = Story.opened();
    expect(story.tell(packDeed(story, 'B1', ['T1'], MORNING + 9 * MINUTE)).flags).toEqual([]);
    expect(packings(story)[0]?.tubeId).toBeNull();
    const { tubeId, said } = fillTube(story, 'T1', 0, 10, { at: MORNING + MINUTE });
    expect(said.flags).toEqual([]);
    expect(story.state.tubes.get(tubeId)).toMatchObject({ state: 'packed', count: 10 });
    expect(packings(story)[0]?.tubeId).toBe(tubeId);
  });

  it('a second beep in the same box says nothing new', () => {
    const story = Story.opened();
    fillTube(story, 'T1', 0, 3);
    const said = story.tell(packDeed(story, 'B1', ['T1', 'T1'], MORNING + 5 * MINUTE));
    expect(said.flags).toEqual([]);
  });

  it('twice, in two boxes: kept and flagged', () => {
    const story = Story.opened();
    fillTube(story, 'T1', 0, 3);
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE));
    const said = story.tell(packDeed(story, 'B2', ['T1'], MORNING + 6 * MINUTE));
    expect(said.flags).toEqual(['tube-packed-twice']);
    expect(packings(story)).toHaveLength(2);
  });

  it('one code on two real tubes is packed twice without a word', () => {
    const story = Story.opened();
    const a = fillTube(story, 'T1', 0, 3, { lane: 0 });
    const b = fillTube(story, 'T1', 3, 6, { lane: 1, at: MORNING + 2 * MINUTE });
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE));
    expect(story.tell(packDeed(story, 'B2', ['T1'], MORNING + 6 * MINUTE)).flags).toEqual([]);
    const [first, second] = [a, b].map(({ tubeId }) => story.state.tubes.get(tubeId)?.boxId);
    expect(first).not.toBe(second);
    expect(second).not.toBeNull();
  });

  it('out again while the box is open', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10);
    const deed = packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE);
    story.tell(deed);
    const packingId = deed.body.tubes[0]?.packingId ?? '';
    const unpack = () =>
      story.tell({ kind: 'testing.unpack-tube', body: { roundId: story.round.roundId, packingId } });
    expect(unpack().refused).toBeNull();
    expect(story.state.tubes.get(tubeId)).toMatchObject({ state: 'closed', boxId: null, packedAt: null });
    expect(unpack().refused).toBe('already-voided');
  });
});

describe('a box is sealed', () => {
  it('once', () => {
    const story = Story.opened();
    fillTube(story, 'T1', 0, 3);
    const deed = packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE);
    story.tell(deed);
    expect(seal(story, 'B1', MORNING + 6 * MINUTE).flags).toEqual([]);
    expect(boxes(story)[0]).toMatchObject({ state: 'sealed', sealedAt: MORNING + 6 * MINUTE });
    seal(story, 'B1', MORNING + 7 * MINUTE);
    expect(boxes(story)[0]?.sealedAt).toBe(MORNING + 6 * MINUTE);
    const packingId = deed.body.tubes[0]?.packingId ?? '';
    const unpack = { roundId: story.round.roundId, packingId };
    expect(story.tell({ kind: 'testing.unpack-tube', body: unpack }).refused).toBe('box-sealed');
  });

  it('with nothing known in it: kept and flagged', () => {
    const story = Story.opened();
    expect(seal(story, 'B9', MORNING + 6 * MINUTE).flags).toEqual(['box-unknown']);
    expect(boxes(story)[0]).toMatchObject({ code: 'B9', state: 'sealed' });
  });

  it('and packed into afterwards: flagged, whichever arrives first', () => {
    const story = Story.opened();
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE));
    seal(story, 'B1', MORNING + 6 * MINUTE);
    const late = story.tell(packDeed(story, 'B1', ['T2'], MORNING + 7 * MINUTE));
    expect(late.flags).toEqual(['packed-into-sealed-box']);

    const other = Story.opened();
    other.tell(packDeed(other, 'B1', ['T1'], MORNING + 7 * MINUTE));
    expect(seal(other, 'B1', MORNING + 6 * MINUTE).flags).toEqual(['packed-into-sealed-box']);
  });

  it('no word of a round nobody knows', () => {
    const story = Story.opened();
    const deed = packDeed(story, 'B1', ['T1']);
    const body = { ...deed.body, roundId: story.newId() };
    expect(story.tell({ ...deed, body }).refused).toBe('no-such-round');
  });
});
