import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aScript, booksOf, comesTo, expectSums, type Step, shuffled, tellAll } from '../testing/scripts.ts';
import { Story } from '../testing/story.ts';

const runs = { numRuns: 150 };

describe('reconciliation', () => {
  it('names every difference, whatever was done', () => {
    fc.assert(
      fc.property(aScript, (script) => {
        const story = Story.opened({ people: 40, away: 3 });
        tellAll(story, script);
        expectSums(booksOf(story));
      }),
      runs,
    );
  });

  it('comes to the same in whatever order the phones sync', () => {
    fc.assert(
      fc.property(aScript, fc.infiniteStream(fc.nat()), (script, order) => {
        const one = Story.opened({ people: 40, away: 3 });
        const other = Story.opened({ people: 40, away: 3 });
        tellAll(one, script);
        tellAll(other, shuffled(script, order));
        expect(comesTo(booksOf(other))).toEqual(comesTo(booksOf(one)));
      }),
      runs,
    );
  });

  it('lets nobody be in two tubes and no tube be above its ratio unnoticed', () => {
    fc.assert(
      fc.property(aScript, fc.infiniteStream(fc.nat()), (script, order) => {
        const story = Story.opened({ people: 40, away: 3, poolRatio: 5 });
        const flags = tellAll(story, shuffled(script, order));
        const flagged = (code: string, subject: string) =>
          new Set(flags.filter((f) => f.problem.code === code).map((f) => f.subjects[subject]));

        const doubles = flagged('testing.double-sample', 'sampleId');
        const extra = booksOf(story).repeatedSampleIds;
        expect(doubles.size).toBeGreaterThanOrEqual(extra.length);

        const overfull = flagged('testing.tube-over-ratio', 'tubeId');
        const reused = flagged('testing.tube-used-twice', 'tubeId');
        const codes = new Map<string, number>();
        for (const tube of story.state.tubes.all()) {
          if (tube.count > tube.ratio) expect(overfull).toContain(tube.id);
          codes.set(tube.code, (codes.get(tube.code) ?? 0) + 1);
        }
        const second = [...codes.values()].reduce((sum, rows) => sum + rows - 1, 0);
        expect(reused.size).toBe(second);
      }),
      runs,
    );
  });

  it('is the same on a phone that knows only its own lane and the server, for work that does not touch', () => {
    fc.assert(
      fc.property(aScript, (script) => {
        // Each lane's own people and tubes: nothing contradicts across lanes.
        const apart: Step[] = script.flatMap((step) =>
          step.do === 'sample'
            ? [{ ...step, person: step.lane * 6 + (step.person % 6), tube: step.lane, phone: step.lane }]
            : [],
        );
        const server = Story.opened({ people: 40 });
        tellAll(server, apart);
        for (const lane of new Set(apart.map((step) => step.lane))) {
          const phone = Story.opened({ people: 40 });
          tellAll(
            phone,
            apart.filter((step) => step.lane === lane),
          );
          const id = phone.lane(lane);
          const ofLane = (story: Story) => comesTo(booksOf(story)).lanes.find((l) => l.laneId === id);
          expect(ofLane(phone)).toEqual(ofLane(server));
        }
      }),
      runs,
    );
  });
});
