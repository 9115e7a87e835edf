import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSource, MINUTE, MORNING } from '../testing/area.ts';
import { fillTube, type SampleOptions, sampleDeed } from '../testing/deeds.ts';
import { booksOf, comesTo, expectSums, shuffled } from '../testing/scripts.ts';
import { Story } from '../testing/story.ts';

const onPaper = (story: Story, code: string, options: SampleOptions = {}) =>
  sampleDeed(story, code, { ...options, method: 'paper' });

const standing = (story: Story, sampleId: string) => story.state.samples.get(sampleId)?.voidedAt === null;

describe('a swab written on paper', () => {
  it('counts like any other, with its own time', () => {
    const story = Story.opened();
    const deed = onPaper(story, 'T1', { at: MORNING + 7 * MINUTE });
    expect(story.tell(deed)).toEqual({ refused: null, flags: [], flagRows: [] });
    expect(story.state.samples.get(deed.body.sampleId)).toMatchObject({
      method: 'paper',
      at: MORNING + 7 * MINUTE,
    });
    expect(story.state.tubes.get(deed.body.tubeId)).toMatchObject({ count: 1, onPaper: true });
  });

  it('fills a tube, and closes it', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10, { method: 'paper' });
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 10, closeReason: 'full', onPaper: true });
  });

  it('that a phone has already is recognised: no second swab, nothing to settle', () => {
    const story = Story.opened();
    const scan = sampleDeed(story, 'T1', { at: MORNING + 5 * MINUTE });
    story.tell(scan);
    const copy = onPaper(story, 'T1', { at: MORNING + 4 * MINUTE });
    expect(story.tell(copy).flags).toEqual([]);
    expect(standing(story, scan.body.sampleId)).toBe(true);
    expect(standing(story, copy.body.sampleId)).toBe(false);
    expect([...story.state.tubes.all()]).toHaveLength(1);
    expect(booksOf(story).total).toMatchObject({ checkedIn: 1, inTubes: 1, tubes: 1 });
  });

  it('gives way when the phone that was thought dead syncs after all', () => {
    const story = Story.opened();
    const copy = onPaper(story, 'T1', { at: MORNING + 5 * MINUTE });
    story.tell(copy);
    const scan = sampleDeed(story, 'T1', { at: MORNING + 4 * MINUTE });
    expect(story.tell(scan).flags).toEqual([]);
    expect(standing(story, copy.body.sampleId)).toBe(false);
    expect(story.state.samples.get(scan.body.sampleId)).toMatchObject({ tubeId: copy.body.tubeId });
    // Its next scan names its own opening, which is the same tube now.
    const next = sampleDeed(story, 'T1', { person: 1, tubeId: scan.body.tubeId });
    expect(story.tell(next).flags).toEqual([]);
    expect(story.state.tubes.get(copy.body.tubeId)).toMatchObject({ count: 2, onPaper: false });
    expect(booksOf(story).total).toMatchObject({ checkedIn: 2, inTubes: 2, tubes: 1 });
  });

  it('leaves a tube full when each of its ten gives way to a scan', () => {
    const story = Story.opened();
    const { tubeId } = fillTube(story, 'T1', 0, 10, { method: 'paper' });
    const phone = story.newId();
    for (let person = 0; person < 10; person++) {
      const at = MORNING + 20 * MINUTE;
      expect(story.tell(sampleDeed(story, 'T1', { person, tubeId: phone, at })).flags).toEqual([]);
    }
    expect(story.state.tubes.get(tubeId)).toMatchObject({ count: 10, closeReason: 'full' });
  });

  it('entered twice stands once, the earlier one', () => {
    const story = Story.opened();
    const second = onPaper(story, 'T1', { at: MORNING + 9 * MINUTE });
    const first = onPaper(story, 'T1', { at: MORNING + 8 * MINUTE });
    story.tell(second);
    expect(story.tell(first).flags).toEqual([]);
    expect(standing(story, first.body.sampleId)).toBe(true);
    expect(standing(story, second.body.sampleId)).toBe(false);
  });

  it('in another tube is a contradiction like any other', () => {
    const story = Story.opened();
    story.tell(sampleDeed(story, 'T1'));
    expect(story.tell(onPaper(story, 'T2')).flags).toEqual(['double-sample']);
  });

  it('never makes one tube of two phones’ openings', () => {
    const story = Story.opened();
    story.tell(onPaper(story, 'T1', { person: 0 }));
    story.tell(sampleDeed(story, 'T1', { person: 1, lane: 0 }));
    expect(story.tell(sampleDeed(story, 'T1', { person: 2, lane: 3 })).flags).toEqual(['tube-used-twice']);
  });

  it('of somebody unknown is recognised by what was read', () => {
    const story = Story.opened();
    story.tell(sampleDeed(story, 'T1', { codeText: 'X-17' }));
    expect(story.tell(onPaper(story, 'T1', { codeText: 'X-17' })).flags).toEqual([]);
    expect(booksOf(story).total.inTubes).toBe(1);
  });
});

interface Line {
  readonly person: number;
  readonly tube: number;
  readonly minute: number;
  readonly paper: boolean;
}

/** Each tube is one phone's, and some of it stands on paper too; people and tubes collide often. */
const aDay: fc.Arbitrary<Line[]> = fc.array(
  fc.record({ person: fc.nat(19), tube: fc.nat(3), minute: fc.nat(120), paper: fc.boolean() }),
  { minLength: 1, maxLength: 50 },
);

function tell(story: Story, lines: readonly (Line & { readonly n: number })[]): void {
  for (const { person, tube, minute, paper, n } of lines) {
    const newId = idSource(10_000 + n);
    const deed = sampleDeed(story, `T${tube}`, {
      person,
      lane: tube,
      at: MORNING + minute * MINUTE,
      tubeId: idSource(5_000 + tube * 10 + (paper ? 1 : 0))(),
      method: paper ? 'paper' : 'scan',
    });
    story.tell({ ...deed, body: { ...deed.body, sampleId: newId(), checkInId: newId() } });
  }
}

describe('a day on phones and on paper', () => {
  it('comes to the same whichever is entered first, with every difference named', () => {
    fc.assert(
      fc.property(aDay, fc.infiniteStream(fc.nat()), (day, order) => {
        const lines = day.map((line, n) => ({ ...line, n }));
        const one = Story.opened({ people: 20 });
        const other = Story.opened({ people: 20 });
        tell(one, lines);
        tell(other, shuffled(lines, order));
        expectSums(booksOf(one));
        expect(comesTo(booksOf(other))).toEqual(comesTo(booksOf(one)));
      }),
      { numRuns: 200 },
    );
  });

  it('counts nobody twice in one tube for being on paper too', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const story = Story.opened({ people: 20 });
        tell(
          story,
          day.map((line, n) => ({ ...line, n })),
        );
        const standingIn = new Map<string, number>();
        for (const sample of story.state.samples.all()) {
          if (sample.voidedAt !== null || sample.method !== 'paper') continue;
          const key = `${sample.residentId} ${story.state.tubes.get(sample.tubeId)?.code}`;
          standingIn.set(key, (standingIn.get(key) ?? 0) + 1);
          const phones = story.state.samples
            .by('tube', sample.tubeId)
            .filter((s) => s.residentId === sample.residentId && s.method !== 'paper');
          expect(phones).toEqual([]);
        }
        expect([...standingIn.values()].filter((n) => n > 1)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
