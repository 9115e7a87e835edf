import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerKey } from './answer-key.ts';
import { markQuiz } from './mark-quiz.ts';

const OPTIONS = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }));
const quiz = (rights: readonly (readonly string[])[]) => ({
  id: 'code',
  questions: rights.map((right, n) => ({
    id: `q${n}`,
    kind: right.length > 1 ? ('many' as const) : ('one' as const),
    text: '',
    options: OPTIONS,
    pointId: null,
  })),
  keys: Object.fromEntries(rights.map((right, n) => [`q${n}`, answerKey('code', `q${n}`, right)])),
});
const choose = (...chosen: readonly (readonly string[])[]) =>
  chosen.map((optionIds, n) => ({ questionId: `q${n}`, optionIds }));

const someOptions = fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 });

describe('marking a quiz', () => {
  it('a question is right with exactly the right options, in whatever order', () => {
    const { wrong } = markQuiz(quiz([['a', 'c'], ['b']]), choose(['c', 'a'], ['b']), 100);
    expect(wrong).toEqual([]);
    expect(markQuiz(quiz([['a', 'c']]), choose(['a']), 100).wrong).toEqual(['q0']);
    expect(markQuiz(quiz([['a', 'c']]), choose(['a', 'b', 'c']), 100).wrong).toEqual(['q0']);
  });

  it('what was left out is wrong, what was never asked is nothing', () => {
    expect(markQuiz(quiz([['a'], ['b']]), choose(['a']), 50)).toEqual({
      right: 1,
      of: 2,
      wrong: ['q1'],
      passed: true,
    });
    expect(markQuiz(quiz([['a']]), choose(['a'], ['b'], ['c']), 100)).toMatchObject({ right: 1, of: 1 });
  });

  it('four fifths of six are five', () => {
    const rights = Array.from({ length: 6 }, () => ['a']);
    const withRight = (n: number) => rights.map((right, i) => (i < n ? right : ['d']));
    expect(markQuiz(quiz(rights), choose(...withRight(5)), 80).passed).toBe(true);
    expect(markQuiz(quiz(rights), choose(...withRight(4)), 80).passed).toBe(false);
  });

  it('an empty quiz is passed by nobody', () => {
    expect(markQuiz(quiz([]), [], 1).passed).toBe(false);
  });

  it('says the same as comparing the sets, whatever is right and whatever is chosen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(someOptions, someOptions), { minLength: 1, maxLength: 8 }), (pairs) => {
        const marked = markQuiz(
          quiz(pairs.map(([right]) => right)),
          choose(...pairs.map(([, chosen]) => chosen)),
          50,
        );
        const same = pairs.map(([right, chosen]) => [...right].sort().join() === [...chosen].sort().join());
        expect(marked.right).toBe(same.filter(Boolean).length);
        expect(marked.wrong).toEqual(same.flatMap((ok, n) => (ok ? [] : [`q${n}`])));
      }),
    );
  });
});
