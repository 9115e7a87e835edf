import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isIdCardNumber, looksLikeIdCard } from './id-card.ts';

const withCheck = (first17: string) => [...'0123456789X'].map((c) => first17 + c).filter(isIdCardNumber);

describe('identity numbers', () => {
  test('have exactly one check symbol', () => {
    expect(withCheck('31019919520307002')).toHaveLength(1);
  });

  test('every wrong digit and every swap shows', () => {
    const [good = ''] = withCheck('31019919520307002');
    for (let at = 0; at < 18; at++) {
      for (const wrong of '0123456789') {
        if (wrong === good.charAt(at)) continue;
        expect(isIdCardNumber(good.slice(0, at) + wrong + good.slice(at + 1))).toBe(false);
      }
      const [a, b] = [good.charAt(at), good.charAt(at + 1)];
      if (b === '' || a === b) continue;
      expect(isIdCardNumber(good.slice(0, at) + b + a + good.slice(at + 2))).toBe(false);
    }
  });

  test('no such day, no such number', () => {
    expect(withCheck('31019919520230002')).toHaveLength(0);
    expect(withCheck('31019919521301002')).toHaveLength(0);
    expect(withCheck('31019920000229002')).toHaveLength(1);
    expect(withCheck('31019919000229002')).toHaveLength(0);
  });

  test("a laboratory's tube numbers are none", () => {
    const csv = new TextDecoder('gb18030').decode(readFileSync('tests/data/lab-results.csv'));
    const numbers = csv
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1] ?? '');
    expect(numbers.filter((n) => n.length === 17).length).toBeGreaterThan(10);
    expect(numbers.filter(looksLikeIdCard)).toEqual([]);
  });
});
