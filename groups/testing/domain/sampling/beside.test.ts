import { describe, expect, it } from 'vitest';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { fillTube, sampleDeed } from '../../testing/deeds.ts';
import { Story } from '../../testing/story.ts';

describe('a single sample beside the pools', () => {
  const single = (story: Story, code: string, person: number) => {
    const deed = sampleDeed(story, code, { person });
    return { ...deed, body: { ...deed.body, single: true as const } };
  };

  it('has a tube of its own, full with one; the open pool goes on', () => {
    const story = Story.opened();
    const { tubeId: pool } = fillTube(story, 'P1', 0, 3);
    const deed = single(story, 'S1', 3);
    expect(story.tell(deed).flags).toEqual([]);
    expect(story.state.tubes.get(deed.body.tubeId)).toMatchObject({
      ratio: 1,
      count: 1,
      closeReason: 'full',
    });
    story.tell(sampleDeed(story, 'P1', { person: 4, tubeId: pool }));
    expect(story.state.tubes.get(pool)).toMatchObject({ ratio: 10, count: 4, state: 'open' });
  });

  it('into whose tube somebody else is put is one too many', () => {
    const story = Story.opened();
    const deed = single(story, 'S1', 0);
    story.tell(deed);
    const second = sampleDeed(story, 'S1', { person: 1, tubeId: deed.body.tubeId });
    expect(story.tell(second).flags).toEqual(['tube-over-ratio']);
  });
});

describe('who came along', () => {
  const carer = (story: Story, sampleId: string, person: number, minute: number) =>
    story.tell({
      kind: 'testing.record-carer',
      body: { roundId: story.round.roundId, sampleId, carerId: story.person(person) },
      at: MORNING + minute * MINUTE,
    });

  it('is kept beside the child’s swab; the later word stands, in whatever order they come', () => {
    for (const order of [
      [2, 5],
      [5, 2],
    ]) {
      const story = Story.opened();
      const child = sampleDeed(story, 'T1');
      story.tell(child);
      for (const minute of order) {
        expect(carer(story, child.body.sampleId, minute, minute)).toMatchObject({ refused: null, flags: [] });
      }
      expect(story.state.carers.get(child.body.sampleId)).toMatchObject({ carerId: story.person(5) });
    }
  });

  it('is refused for the child itself and for a sample that never was', () => {
    const story = Story.opened();
    const child = sampleDeed(story, 'T1');
    story.tell(child);
    expect(carer(story, child.body.sampleId, 0, 2).refused).toBe('own-carer');
    expect(carer(story, story.newId(), 1, 2).refused).toBe('no-such-sample');
  });
});
