import { describe, expect, it } from 'vitest';
import { readCount, readDegrees } from './read-number.ts';

describe('numbers typed with gloves on', () => {
  it('are counts, also in full-width digits', () => {
    expect([readCount(' 24 '), readCount('２４'), readCount('0')]).toEqual([24, 24, 0]);
  });

  it('are degrees, with any decimal point and below zero', () => {
    expect(['4.5', '4。5', '4,5', '-3', '−3', '25'].map(readDegrees)).toEqual([4.5, 4.5, 4.5, -3, -3, 25]);
  });

  it('are nothing else', () => {
    for (const text of ['', 'x', '2x', '99999', '-1', '1.5']) expect(readCount(text), text).toBeNull();
    for (const text of ['', 'x', '4.55', '1000', '--3', '4.']) expect(readDegrees(text), text).toBeNull();
  });
});
