import { describe, expect, it } from 'vitest';
import type { SummarySignature } from '../../contract/reconcile-rows.ts';
import { idSource } from '../../testing/area.ts';
import { editionsOf } from './summary.ts';

const newId = idSource(1);
const signed = (hash: string, at: number): SummarySignature => ({
  ...{ id: newId(), roundId: newId(), hash, signsAs: 'leader', at, by: 'leader', version: 1 },
});

describe('the version of a summary', () => {
  it('is the first until somebody has signed, and then the signed one', () => {
    expect(editionsOf([], 'a')).toMatchObject({ current: 1, revised: false });
    expect(editionsOf([signed('a', 10), signed('a', 20)], 'a')).toMatchObject({ current: 1, revised: false });
  });

  it('is the next one as soon as a fact has moved the figures', () => {
    const once = [signed('a', 10)];
    expect(editionsOf(once, 'b')).toMatchObject({ current: 2, revised: true });
    const twice = [signed('b', 30), ...once];
    expect(editionsOf(twice, 'b')).toMatchObject({ current: 2, revised: false });
    expect([...editionsOf(twice, 'b').of]).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('is the signed one again when the figures come back to it', () => {
    expect(editionsOf([signed('a', 10)], 'a')).toMatchObject({ current: 1, revised: false });
  });
});
