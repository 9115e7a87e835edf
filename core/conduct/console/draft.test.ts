import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#kernel/ui/language.ts';
import { bodies } from '../contract/commands.ts';
import { aCode } from '../testing/code.ts';
import { lacking, moved, withKind, withoutOption, withoutPoint, withRight } from './draft.ts';
import { starterDraft } from './starter.ts';

let ids = 0;
const newId = () => `00000000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;
const question = () => {
  const [one] = aCode(newId, { asks: 1 }).questions;
  if (!one) throw new Error('no question');
  return one;
};

describe('writing a draft', () => {
  it('moves points up and down, and not past the ends', () => {
    const things = ['a', 'b', 'c'].map((id) => ({ id }));
    const order = (id: string, by: -1 | 1) =>
      moved(things, id, by)
        .map((one) => one.id)
        .join('');
    expect([order('b', -1), order('b', 1), order('a', -1), order('c', 1)]).toEqual([
      'bac',
      'acb',
      'abc',
      'abc',
    ]);
  });

  it('has one right option in a single choice, several in a multiple one', () => {
    const single = question();
    const [first, second] = single.options;
    if (!first || !second) throw new Error('no options');
    expect(withRight(single, second.id).right).toEqual([second.id]);
    const many = withRight(withKind(single, 'many'), second.id);
    expect(many.right).toEqual([first.id, second.id]);
    expect(withKind(many, 'one').right).toEqual([first.id]);
    expect(withRight(many, first.id).right).toEqual([second.id]);
    expect(withoutOption(many, first.id)).toMatchObject({ right: [second.id] });
  });

  it('a point that goes takes the references to it along', () => {
    const draft = aCode(newId);
    const [point] = draft.points;
    const left = withoutPoint(draft, point?.id ?? '');
    expect(left.points).toHaveLength(1);
    expect(left.questions.every(({ pointId }) => pointId === null)).toBe(true);
  });

  it('says what is missing, and where', () => {
    const draft = aCode(newId);
    const [one] = draft.questions;
    if (!one) throw new Error('no question');
    expect(lacking(draft)).toBeNull();
    expect(lacking({ ...draft, title: ' ' })?.what).toBe('title');
    expect(lacking({ ...draft, points: [] })?.what).toBe('points');
    expect(lacking({ ...draft, questions: [{ ...one, text: '' }] })).toEqual({ what: 'question', number: 1 });
    expect(lacking({ ...draft, questions: [{ ...one, options: one.options.slice(0, 1) }] })?.what).toBe(
      'options',
    );
    expect(lacking({ ...draft, questions: [{ ...one, right: [] }] })?.what).toBe('right');
  });
});

describe('the code to begin with', () => {
  it('is whole in both languages: ten points, six questions, and the server takes it', () => {
    for (const language of LANGUAGES) {
      const draft = starterDraft('order', language, newId);
      expect(lacking(draft)).toBeNull();
      expect([draft.points.length, draft.questions.length]).toEqual([10, 6]);
      expect(bodies['conduct.draft-code'].safeParse(draft).error).toBeUndefined();
      expect(draft.questions.map(({ right }) => right.length)).toEqual([1, 1, 1, 1, 1, 3]);
      const known = new Set(draft.points.map(({ id }) => id));
      expect(draft.questions.every(({ pointId }) => pointId !== null && known.has(pointId))).toBe(true);
    }
  });
});
