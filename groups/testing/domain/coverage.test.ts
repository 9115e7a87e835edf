import { describe, expect, it } from 'vitest';
import { sampleDeed } from '../testing/deeds.ts';
import { Story } from '../testing/story.ts';
import { coverage, sampledResidents } from './coverage.ts';

function missedIn(story: Story) {
  const { expected, samples, tubes } = story.state;
  return coverage(expected.all(), sampledResidents(samples.all(), tubes.all()));
}

describe('who was missed', () => {
  it('is counted per building, away and exempt ones beside', () => {
    const story = Story.opened({
      people: 6,
      away: 1,
      buildingIds: [crypto.randomUUID(), crypto.randomUUID()],
    });
    story.tell(sampleDeed(story, 'T1', { person: 1 }));
    story.tell({
      kind: 'testing.set-expectation',
      body: {
        roundId: story.round.roundId,
        residentIds: [story.person(3)],
        status: 'exempt',
        reason: 'medical',
      },
    });
    expect(missedIn(story).map(({ buildingId: _, ...counts }) => counts)).toEqual([
      { expected: 2, sampled: 0, missed: 2, away: 1, exempt: 0 },
      { expected: 2, sampled: 1, missed: 1, away: 0, exempt: 1 },
    ]);
  });

  it('a swab taken back or in a tube thrown away counts for nobody', () => {
    const story = Story.opened({ people: 2 });
    const taken = sampleDeed(story, 'T1', { person: 0 });
    story.tell(taken);
    const { roundId } = story.round;
    const { sampleId } = taken.body;
    story.tell({ kind: 'testing.undo-sample', body: { roundId, sampleId, keepCheckIn: true } });
    const spoilt = sampleDeed(story, 'T2', { person: 1 });
    story.tell(spoilt);
    const tube = story.state.tubes.get(spoilt.body.tubeId);
    if (tube) story.state.tubes.put({ ...tube, voidedAt: tube.openedAt });
    expect(missedIn(story)).toMatchObject([{ expected: 2, sampled: 0, missed: 2 }]);
  });
});
