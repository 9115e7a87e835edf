import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFUSAL_REASONS_OF, type RefusalKind } from '../../contract/refusal-rows.ts';
import { MINUTE, MORNING } from '../../testing/area.ts';
import { sampleDeed } from '../../testing/deeds.ts';
import { type Deed, Story } from '../../testing/story.ts';
import { refusalOf } from './refusal.ts';

interface Word {
  readonly person?: number;
  readonly kind?: RefusalKind;
  readonly minute?: number;
  readonly refusalId?: string;
}

function wordDeed(story: Story, word: Word = {}): Deed<'testing.record-refusal'> {
  const { person = 0, kind = 'refused', minute = 1, refusalId = story.newId() } = word;
  const reason = REFUSAL_REASONS_OF[kind][0];
  return {
    kind: 'testing.record-refusal',
    body: {
      roundId: story.round.roundId,
      refusalId,
      residentId: story.person(person),
      kind,
      reason,
      note: '',
    },
    at: MORNING + minute * MINUTE,
  };
}

const wordOf = (story: Story, person = 0) =>
  refusalOf(story.state, story.round.roundId, story.person(person))?.kind ?? null;

describe('why somebody was not sampled', () => {
  it('is kept with who wrote it and when', () => {
    const story = Story.opened();
    const deed = wordDeed(story, { kind: 'absent', minute: 30 });
    expect(story.tell({ ...deed, by: 'visitor' })).toEqual({ refused: null, flags: [], flagRows: [] });
    expect(story.state.refusals.get(deed.body.refusalId)).toMatchObject({
      residentId: story.person(0),
      kind: 'absent',
      reason: 'no-answer',
      by: 'visitor',
      at: MORNING + 30 * MINUTE,
    });
  });

  it('is refused only where it names what never stood, or an id that is taken', () => {
    const story = Story.opened();
    const deed = wordDeed(story);
    const told = (body: Partial<typeof deed.body>) =>
      story.tell({ ...deed, body: { ...deed.body, ...body } }).refused;
    expect(told({ roundId: story.newId() })).toBe('no-such-round');
    expect(told({ residentId: story.newId() })).toBe('no-such-resident');
    expect(told({})).toBeNull();
    expect(told({})).toBe('id-taken');
  });

  it('is withdrawn by being sampled, and stands again when the swab is taken back', () => {
    const story = Story.opened();
    story.tell(wordDeed(story));
    expect(wordOf(story)).toBe('refused');
    const swab = sampleDeed(story, 'T1', { at: MORNING + 5 * MINUTE });
    story.tell(swab);
    expect(wordOf(story)).toBeNull();
    const { roundId } = story.round;
    const { sampleId } = swab.body;
    story.tell({
      kind: 'testing.undo-sample',
      body: { roundId, sampleId, keepCheckIn: false },
      at: MORNING + 6 * MINUTE,
    });
    expect(wordOf(story)).toBe('refused');
    expect([...story.state.refusals.all()]).toHaveLength(1);
  });

  it('is withdrawn by no swab in a tube that was thrown away', () => {
    const story = Story.opened();
    story.tell(wordDeed(story));
    const swab = sampleDeed(story, 'T1');
    story.tell(swab);
    const tube = story.state.tubes.get(swab.body.tubeId);
    if (tube) story.state.tubes.put({ ...tube, voidedAt: MORNING });
    expect(wordOf(story)).toBe('refused');
  });

  it('is the latest word, in whatever order the phones sync', () => {
    const day = fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom<RefusalKind>('refused', 'absent'),
        minute: fc.nat(9),
        n: fc.nat(999),
      }),
      { minLength: 1, maxLength: 8, selector: ({ n }) => n },
    );
    fc.assert(
      fc.property(day, fc.infiniteStream(fc.nat(7)), (words, order) => {
        const heard = (list: typeof words) => {
          const story = Story.opened();
          for (const { n, ...word } of list) {
            story.tell(
              wordDeed(story, {
                ...word,
                refusalId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
              }),
            );
          }
          return wordOf(story);
        };
        const left = [...words];
        const shuffled = words.map(() => left.splice((order.next().value ?? 0) % left.length, 1)[0]);
        expect(heard(shuffled.filter((word) => word !== undefined))).toBe(heard(words));
      }),
    );
  });
});
