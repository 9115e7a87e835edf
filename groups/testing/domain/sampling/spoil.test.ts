import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { inTube, spoilDeed } from '../../testing/corrections.ts';
import { fillTube, packDeed, sampleDeed } from '../../testing/deeds.ts';
import { booksOf, expectSums } from '../../testing/scripts.ts';
import { Story } from '../../testing/story.ts';
import { coverage, sampledResidents } from '../coverage.ts';

const missed = ({ state }: Story) =>
  coverage(state.expected.all(), sampledResidents(state.samples.all(), state.tubes.all()))[0]?.missed;

describe('a spoilt swab', () => {
  it('is kept with the reason, and the person is awaited again', () => {
    const story = Story.opened({ people: 3 });
    const { tubeId } = fillTube(story, 'T1', 0, 3);
    const [sampleId = ''] = inTube(story, tubeId);
    const deed = spoilDeed(story, tubeId, { sampleId });
    expect(story.tell(deed)).toEqual({ refused: null, flags: [], flagRows: [] });
    expect(story.state.samples.get(sampleId)?.voidedAt).toBe(deed.at);
    expect(story.state.spoilages.get(deed.body.spoilageId)).toMatchObject({ sampleId, reason: 'dropped' });
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 2, state: 'open' });
    expect(missed(story)).toBe(1);
  });

  it('sampled anew is no double, and counts once', () => {
    const story = Story.opened();
    const first = sampleDeed(story, 'T1');
    story.tell(first);
    story.tell(spoilDeed(story, first.body.tubeId, { sampleId: first.body.sampleId }));
    const again = sampleDeed(story, 'T1', { tubeId: first.body.tubeId, at: MORNING + 12 * MINUTE });
    expect(story.tell(again).flags).toEqual([]);
    const books = booksOf(story);
    expect(books).toMatchObject({ people: 1, total: { checkedIn: 1, inTubes: 1 } });
    expectSums(books);
  });

  it('of a full tube makes room for one more', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10);
    const [sampleId = ''] = inTube(story, tubeId);
    story.tell(spoilDeed(story, tubeId, { sampleId }));
    const more = sampleDeed(story, 'T1', { tubeId, person: 10 });
    expect(story.tell(more).flags).toEqual([]);
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 10, closeReason: 'full' });
  });

  it('said twice, or of one taken back, changes no more', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 2);
    const [sampleId = ''] = inTube(story, tubeId);
    story.tell(spoilDeed(story, tubeId, { sampleId }));
    expect(story.tell(spoilDeed(story, tubeId, { sampleId })).refused).toBeNull();
    expect(story.state.tubes.get(tubeId)?.count).toBe(1);
    expect([...story.state.spoilages.all()]).toHaveLength(2);
  });

  it('is refused only where it names what never stood, or an id that is taken', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 1);
    const deed = spoilDeed(story, tubeId);
    const told = (body: Partial<typeof deed.body>) =>
      story.tell({ ...deed, body: { ...deed.body, ...body } }).refused;
    const foreign = story.newId();
    expect(told({ roundId: foreign })).toBe('no-such-round');
    expect(told({ tubeId: foreign })).toBe('no-such-tube');
    expect(told({ sampleId: foreign })).toBe('no-such-sample');
    expect(told({})).toBeNull();
    expect(told({})).toBe('id-taken');
  });
});

describe('a spoilt tube', () => {
  it('lets everybody in it be sampled again, and lies in no box any more', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 4);
    story.tell(packDeed(story, 'B1', ['T1'], MORNING + 5 * MINUTE));
    expect(story.tell(spoilDeed(story, tubeId)).flags).toEqual([]);
    const books = booksOf(story);
    expect(books).toMatchObject({ people: 0, unknownPackingIds: [], total: { checkedIn: 0, tubes: 0 } });
    expect(missed(story)).toBe(30);
    const { said } = fillTube(story, 'T2', 0, 4, { at: MORNING + 15 * MINUTE });
    expect(said.flags).toEqual([]);
    expect(booksOf(story)).toMatchObject({ people: 4, repeatedSampleIds: [] });
    expectSums(booksOf(story));
  });

  it('takes a late phone’s swab with it when that was taken before, and no double comes of it', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 2);
    story.tell(spoilDeed(story, tubeId, { minute: 10 }));
    story.tell(sampleDeed(story, 'T2', { person: 5, at: MORNING + 20 * MINUTE }));
    const late = sampleDeed(story, 'T1', { person: 5, tubeId, at: MORNING + 3 * MINUTE });
    expect(story.tell(late).flags).toEqual([]);
    expect(story.state.samples.get(late.body.sampleId)?.voidedAt).not.toBeNull();
    expect(booksOf(story)).toMatchObject({ people: 1, repeatedSampleIds: [] });
    expectSums(booksOf(story));
  });

  it('into which somebody was sampled afterwards is a contradiction, whichever is heard first', () => {
    for (const spoiltFirst of [true, false]) {
      const story = Story.opened();
      const { tubeId } = fillTube(story, 'T1', 0, 2);
      const deeds = [
        spoilDeed(story, tubeId, { minute: 10 }),
        sampleDeed(story, 'T1', { person: 5, tubeId, at: MORNING + 12 * MINUTE }),
      ];
      const flags = (spoiltFirst ? deeds : deeds.reverse()).flatMap((deed) => story.tell(deed).flags);
      expect(flags).toEqual(['sample-into-closed-tube']);
      expect(booksOf(story).total).toMatchObject({ checkedIn: 1, inTubes: 0 });
      expectSums(booksOf(story));
    }
  });
});
