import { describe, expect, it } from 'vitest';
import type { Change, Question } from '../contract/rows.ts';
import { fitnessOf } from './fitness.ts';

const QUESTION: Question = { id: 'q', kind: 'one', text: '', options: [], pointId: null };

/** Versions 1, 2, … of a group; the last holds unless it is withdrawn. */
const versions = (changes: readonly Change[], about: { quiz?: boolean; withdrawn?: boolean } = {}) =>
  changes.map((change, n) => ({
    id: `v${n + 1}`,
    group: 'order' as const,
    number: n + 1,
    questions: about.quiz === false ? [] : [QUESTION],
    change,
    publishedAt: n,
    replacedAt: n + 1 < changes.length ? n + 1 : null,
    withdrawnAt: about.withdrawn && n + 1 === changes.length ? 99 : null,
  }));
const own = (passed: readonly string[], read: readonly string[] = []) => ({
  attempts: passed.map((codeId) => ({ codeId, passed: true })),
  acknowledgements: read.map((codeId) => ({ codeId })),
});

describe('how somebody stands to a code', () => {
  it('nothing is asked where there is none, nor where it was withdrawn, nor by another group’s', () => {
    expect(fitnessOf([], 'order', own([]))).toBe('not-asked');
    expect(fitnessOf(versions(['pass-anew'], { withdrawn: true }), 'order', own([]))).toBe('not-asked');
    expect(fitnessOf(versions(['pass-anew']), 'testing', own([]))).toBe('not-asked');
  });

  it('the first quiz has to be passed, and passing it is having read it', () => {
    const first = versions(['pass-anew']);
    expect(fitnessOf(first, 'order', own([], ['v1']))).toBe('must-pass');
    expect(fitnessOf(first, 'order', own(['v1']))).toBe('fit');
    const failed = { attempts: [{ codeId: 'v1', passed: false }], acknowledgements: [] };
    expect(fitnessOf(first, 'order', failed)).toBe('must-pass');
  });

  it('a small change asks those who passed to read it, and newcomers to pass it', () => {
    const changed = versions(['pass-anew', 'acknowledge']);
    expect(fitnessOf(changed, 'order', own(['v1']))).toBe('must-acknowledge');
    expect(fitnessOf(changed, 'order', own(['v1'], ['v2']))).toBe('fit');
    expect(fitnessOf(changed, 'order', own([]))).toBe('must-pass');
    expect(fitnessOf(changed, 'order', own(['v2']))).toBe('fit');
  });

  it('a great change asks everybody to pass anew; small ones after it do not', () => {
    const changed = versions(['pass-anew', 'pass-anew', 'acknowledge']);
    expect(fitnessOf(changed, 'order', own(['v1'], ['v3']))).toBe('must-pass');
    expect(fitnessOf(changed, 'order', own(['v2']))).toBe('must-acknowledge');
    expect(fitnessOf(changed, 'order', own(['v3']))).toBe('fit');
  });

  it('without a quiz there is nothing to pass: it is read', () => {
    const plain = versions(['acknowledge'], { quiz: false });
    expect(fitnessOf(plain, 'order', own([]))).toBe('must-acknowledge');
    expect(fitnessOf(plain, 'order', own([], ['v1']))).toBe('fit');
  });
});
