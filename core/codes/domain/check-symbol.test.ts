import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALPHABET, decodeBytes, encodeBytes, symbolOf, symbolValue, toSymbols } from './alphabet.ts';
import { checkSymbol, hasGoodCheck, LONGEST_CHECKED } from './check-symbol.ts';

const symbols = [...ALPHABET];
const anySymbols = (min: number, max: number) =>
  fc.array(fc.constantFrom(...symbols), { minLength: min, maxLength: max }).map((s) => s.join(''));
const checked = (text: string) => text + checkSymbol(text);
const replaceAt = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + by.length);

describe('the check symbol', () => {
  // The check is linear over GF(32): whether an error shows depends only on what was added, at which position. So
  // errors on one code of each length stand for those on every code; the exhaustive loops below are a whole proof.
  test('is linear: the sum of two good codes is a good code', () => {
    fc.assert(
      fc.property(anySymbols(13, 13), anySymbols(13, 13), (a, b) => {
        const [x, y] = [checked(a), checked(b)];
        const sum = [...x]
          .map((s, i) => symbolOf((symbolValue(s) ?? 0) ^ (symbolValue(y.charAt(i)) ?? 0)))
          .join('');
        expect(hasGoodCheck(sum)).toBe(true);
      }),
    );
  });

  test('catches every single wrong symbol, exhaustively, at every length up to 31', () => {
    for (let length = 2; length <= LONGEST_CHECKED; length++) {
      const code = checked(ALPHABET.slice(1, length));
      for (let at = 0; at < length; at++) {
        for (const wrong of symbols) {
          expect(hasGoodCheck(replaceAt(code, at, wrong))).toBe(wrong === code.charAt(at));
        }
      }
    }
  });

  test('catches every swap of two symbols, adjacent or not, of every pair, exhaustively', () => {
    for (const length of [12, 14, LONGEST_CHECKED]) {
      for (let at = 0; at < length - 1; at++) {
        for (let other = at + 1; other < length - 1; other++) {
          for (const a of symbols) {
            for (const b of symbols) {
              if (a === b) continue;
              const code = checked(replaceAt(replaceAt('7'.repeat(length - 1), at, a), other, b));
              const swapped = replaceAt(replaceAt(code, at, b), other, a);
              if (hasGoodCheck(swapped)) throw new Error(`${code} and ${swapped} both pass`);
            }
          }
        }
      }
    }
  });

  test('catches a swap with the check symbol itself', () => {
    fc.assert(
      fc.property(anySymbols(11, 13), (text) => {
        const code = checked(text);
        const [a, b] = [code.charAt(text.length - 1), code.charAt(text.length)];
        fc.pre(a !== b);
        expect(hasGoodCheck(replaceAt(code, text.length - 1, b + a))).toBe(false);
      }),
    );
  });

  test('catches twins: aa written bb', () => {
    for (let at = 0; at < 11; at++) {
      for (const a of symbols) {
        for (const b of symbols) {
          if (a === b) continue;
          const code = checked(replaceAt('4'.repeat(12), at, a + a));
          expect(hasGoodCheck(replaceAt(code, at, b + b))).toBe(false);
        }
      }
    }
  });

  test('is one of the alphabet and refuses what it cannot protect', () => {
    expect(ALPHABET).toContain(checkSymbol('PK72M4Q9TD'));
    expect(() => checkSymbol('P K')).toThrow(RangeError);
    expect(() => checkSymbol('2'.repeat(31))).toThrow(RangeError);
    expect(hasGoodCheck('')).toBe(false);
    expect(hasGoodCheck('*')).toBe(false);
  });
});

describe('the alphabet', () => {
  test('has 32 symbols and no look-alikes', () => {
    expect(new Set(ALPHABET).size).toBe(32);
    for (const alike of 'ILOU') expect(ALPHABET).not.toContain(alike);
  });

  test('reads look-alikes as what they look like', () => {
    expect(toSymbols('ILOU')).toBe('110V');
    expect(toSymbols('A-B')).toBeNull();
  });

  test('carries any bytes there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 110 }), (bytes) => {
        expect(decodeBytes(encodeBytes(bytes))).toEqual(bytes);
      }),
    );
  });

  test('has one reading of a text only: filling bits must be zero', () => {
    expect(decodeBytes('ZZ')).toBeNull();
    expect(decodeBytes('ZW')).toEqual(Uint8Array.of(255));
    expect(decodeBytes('*')).toBeNull();
  });
});
