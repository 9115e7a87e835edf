import fc from 'fast-check';
import { expect } from 'vitest';
import type { Flag } from '#kernel/command/command.ts';
import type { Reconciliation } from '../contract/reconciliation.ts';
import { reconcile } from '../domain/reconcile.ts';
import { idSource, MINUTE, MORNING } from './area.ts';
import type { Deed, Story } from './story.ts';

/** One thing done in the field; small numbers, so that people, tubes and boxes collide often. */
export type Step =
  | {
      readonly do: 'sample';
      person: number;
      tube: number;
      phone: number;
      lane: number;
      minute: number;
      n: number;
    }
  | { readonly do: 'pack'; tube: number; box: number; lane: number; minute: number; n: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('sample' as const),
      person: fc.nat(39),
      tube: fc.nat(5),
      phone: fc.nat(2),
      lane: fc.nat(5),
      minute: fc.nat(120),
      n: fc.constant(0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('pack' as const),
      tube: fc.nat(7),
      box: fc.nat(1),
      lane: fc.constant(0),
      minute: fc.nat(120),
      n: fc.constant(0),
    }),
  },
);

/** A day's deeds, each with its own number `n`: ids follow from it, so a shuffled day has the same ids. */
export const aScript: fc.Arbitrary<Step[]> = fc
  .array(step, { minLength: 1, maxLength: 60 })
  .map((steps) => steps.map((one, n) => ({ ...one, n })));

export function shuffled<T>(script: readonly T[], order: Iterable<number>): T[] {
  const left = [...script];
  const picked: T[] = [];
  for (const at of order) {
    if (left.length === 0) break;
    picked.push(...left.splice(at % left.length, 1));
  }
  return picked;
}

/** @returns everything that was flagged */
export function tellAll(story: Story, script: readonly Step[]): Flag[] {
  return script.flatMap((one) => story.tell(deedOf(story, one)).flagRows);
}

function deedOf(story: Story, one: Step): Deed {
  const { roundId } = story.round;
  const newId = idSource(10_000 + one.n);
  const at = MORNING + one.minute * MINUTE;
  if (one.do === 'pack') {
    const tubes = [{ packingId: newId(), code: `T${one.tube}` }];
    return {
      kind: 'testing.pack-tubes',
      body: { roundId, boxId: newId(), boxCode: `B${one.box}`, tubes },
      at,
    };
  }
  // A tube code opened on one phone is one row; on another phone it is another.
  const tubeId = idSource(5_000 + one.tube * 10 + one.phone)();
  const body = {
    roundId,
    sampleId: newId(),
    checkInId: newId(),
    residentId: story.person(one.person),
    codeText: null,
    tubeId,
    tubeCode: `T${one.tube}`,
    laneId: story.lane(one.lane),
    method: 'scan',
  } as const;
  return { kind: 'testing.sample', body, at };
}

export function booksOf(story: Story): Reconciliation {
  const { lanes, tubes, samples, checkIns, packings } = story.state;
  return reconcile({
    lanes: lanes.all(),
    tubes: tubes.all(),
    samples: samples.all(),
    checkIns: checkIns.all(),
    packings: packings.all(),
  });
}

/** What a round comes to, whatever rows hold it: everything but ids of equal standing. */
export const comesTo = (books: Reconciliation) => ({
  total: books.total,
  people: books.people,
  repeats: books.repeatedSampleIds.length,
  lanes: books.lanes
    .map(({ laneId, figures, differences }) => ({
      laneId,
      figures,
      differences: differences.map((d) => [d.kind, d.people, d.ids.length]).sort(),
    }))
    .sort((a, b) => (a.laneId < b.laneId ? -1 : 1)),
});

/** The invariants at the head of `reconcile.ts`. */
export function expectSums(books: Reconciliation): void {
  const sumOf = (list: Reconciliation['lanes'][number]['differences'], kinds: readonly string[]) =>
    list.filter((d) => kinds.includes(d.kind)).reduce((sum, d) => sum + d.people, 0);
  const inBoxes = ['tube-open', 'tube-not-packed'];
  const inTubes = ['not-sampled', 'no-check-in', 'to-other-lane', 'from-other-lane', 'void-tube'];
  for (const { figures, differences } of books.lanes) {
    expect(figures.checkedIn - figures.inTubes).toBe(sumOf(differences, inTubes));
    expect(figures.inTubes - figures.inPackedTubes).toBe(sumOf(differences, inBoxes));
    const notPacked = differences.filter((d) => inBoxes.includes(d.kind)).flatMap((d) => d.ids);
    expect(figures.tubes - figures.tubesPacked).toBe(notPacked.length);
  }
  expect(books.total.inTubes).toBe(books.people + books.repeatedSampleIds.length);
}
