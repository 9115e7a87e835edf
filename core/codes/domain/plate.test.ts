import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPlate, formatPlate, PLATE_KINDS, type PlateKind, PROVINCES, readPlate } from './plate.ts';
import { isProblem } from './read.ts';

const kindOf = (text: string): string => {
  const read = readPlate(text);
  return isProblem(read) ? read.code : read.kind;
};

describe('a plate', () => {
  const known: readonly (readonly [string, PlateKind])[] = [
    ['沪A12345', 'ordinary'],
    ['苏EAB123', 'ordinary'],
    ['沪AD12345', 'new-energy'],
    ['沪AF1234D', 'codes.plate-unlike' as PlateKind],
    ['沪AFD1234', 'new-energy'],
    ['粤B12345F', 'new-energy'],
    ['沪A1234警', 'police'],
    ['沪A1234学', 'learner'],
    ['沪A1234挂', 'trailer'],
    ['沪S0025应急', 'emergency'],
    ['沪A0023领', 'consulate'],
    ['使014578', 'embassy'],
    ['224578使', 'embassy'],
    ['粤Z1234港', 'hong-kong'],
    ['粤ZAB12澳', 'macau'],
    ['民航A1234', 'aviation'],
    ['WJ沪1234X', 'armed-police'],
    ['WJ012345', 'armed-police'],
    ['VA12345', 'military'],
  ];
  test.each(known)('%s is of kind %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  test('of every kind stands among these examples', () => {
    const shown = new Set<string>(known.map(([, kind]) => kind));
    expect(PLATE_KINDS.filter((kind) => !shown.has(kind))).toEqual([]);
  });

  test.each(['沪A·12345', '沪a12345', '沪Ａ１２３４５', ' 沪A-123 45 ', '滬A•12345', '沪A.12345\r\n'])(
    'written as %j is the same one',
    (text) => expect(readPlate(text)).toEqual({ text: '沪A12345', kind: 'ordinary' }),
  );

  test('is shown with a dot behind its letter, and read from it again', () => {
    expect(formatPlate('沪AD12345')).toBe('沪A·D12345');
    expect(formatPlate('使014578')).toBe('使014578');
    expect(readPlate(formatPlate('沪AD12345'))).toMatchObject({ text: '沪AD12345' });
  });
});

describe('what no plate can be', () => {
  test('has the letters I or O: the digit is offered, nothing is put in its place', () => {
    expect(readPlate('沪A1O345')).toMatchObject({
      code: 'codes.plate-letter',
      details: { letter: 'O', digit: '0', at: 4 },
    });
    expect(readPlate('沪AI2345')).toMatchObject({ details: { letter: 'I', digit: '1', at: 3 } });
  });

  test('has other characters', () => {
    expect(readPlate('沪A12字45')).toMatchObject({
      code: 'codes.plate-character',
      details: { character: '字', at: 5 },
    });
    expect(kindOf('沪A12🚗45')).toBe('codes.plate-length');
    expect(kindOf('夏A12345')).toBe('codes.plate-character');
  });

  test.each([
    ['', 'codes.plate-empty'],
    ['···', 'codes.plate-empty'],
    ['沪A1234', 'codes.plate-length'],
    ['沪A12345678', 'codes.plate-length'],
    ['123456', 'codes.plate-province'],
    ['沪AABCDE', 'codes.plate-unlike'],
    ['沪112345', 'codes.plate-unlike'],
    ['沪AX12345', 'codes.plate-unlike'],
    ['沪沪A1234', 'codes.plate-unlike'],
  ])('%j: %s', (text, code) => expect(kindOf(text)).toBe(code));

  test('is answered for any text at all, and what is read reads the same again', () => {
    const part = fc.constantFrom(...PROVINCES, ...'ABIO019警学港澳·－ａ🚗'.split(''), '民航', 'WJ');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 10 }).map((a) => a.join('')),
        ),
        (text) => {
          const read = readPlate(text);
          if (isProblem(read)) return;
          expect(read.text).toBe(cleanPlate(text));
          expect(read.text).not.toMatch(/[IO]/);
          expect(readPlate(read.text)).toEqual(read);
        },
      ),
    );
  });
});
