import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booksOf, expectSums } from '../testing/scripts.ts';
import { Story } from '../testing/story.ts';
import { aWholeDay, type Doing, tellDay } from '../testing/whole-day.ts';

const runs = { numRuns: 200 };

function played(day: readonly Doing[]): Story {
  const story = Story.opened({ people: 40, away: 3, poolRatio: 5 });
  tellDay(story, day);
  return story;
}

/** Of everything that was ever raised, settled or not. */
const raised = (story: Story, code: string, subject: string): Set<string | undefined> =>
  new Set(
    story.raised.filter(({ flag }) => flag.problem.code === code).map(({ flag }) => flag.subjects[subject]),
  );

const holds = (claim: (story: Story) => void): void =>
  fc.assert(
    fc.property(aWholeDay, (day) => claim(played(day))),
    runs,
  );

describe('the tube machine, whatever is done in whatever order', () => {
  it('keeps the sums of the reconciliation', () => {
    holds((story) => expectSums(booksOf(story)));
  });

  it('counts in each tube the swabs that stand in it', () => {
    holds(({ state }) => {
      for (const tube of state.tubes.all()) {
        expect([tube.code, tube.count]).toEqual([tube.code, state.samples.by('tube', tube.id).length]);
      }
    });
  });

  it('lets nobody be in two tubes unnoticed', () => {
    holds((story) => {
      const noticed = raised(story, 'testing.double-sample', 'sampleId');
      const others = raised(story, 'testing.double-sample', 'otherSampleId');
      for (const id of booksOf(story).repeatedSampleIds) {
        expect(noticed.has(id) || others.has(id)).toBe(true);
      }
    });
  });

  it('lets no tube be above its ratio unnoticed', () => {
    holds((story) => {
      const noticed = raised(story, 'testing.tube-over-ratio', 'tubeId');
      for (const tube of story.state.tubes.all()) {
        if (tube.voidedAt === null && tube.count > tube.ratio) expect(noticed).toContain(tube.id);
      }
    });
  });

  it('has a check-in on the lane of each swab, which stands as long as the swab does', () => {
    holds(({ state }) => {
      for (const sample of state.samples.all()) {
        const checkIn = state.checkIns.get(sample.checkInId);
        expect(checkIn?.laneId).toBe(sample.laneId);
        if (sample.voidedAt === null) expect(checkIn?.voidedAt).toBeNull();
      }
    });
  });

  it('has each tube that is packed in the box that a packing of it names', () => {
    holds(({ state }) => {
      for (const tube of state.tubes.all()) {
        if (tube.boxId === null) continue;
        expect(tube.packedAt).not.toBeNull();
        const packings = [...state.packings.all()].filter(
          (packing) => packing.voidedAt === null && packing.tubeId === tube.id,
        );
        expect(packings.map(({ boxId }) => boxId)).toContain(tube.boxId);
      }
    });
  });
});
