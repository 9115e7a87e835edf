import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanCode,
  FIELD_GAP_MS,
  FREE_GAP_MS,
  IDLE,
  takeKey,
  type WedgeBurst,
  type WedgeKey,
} from './wedge.ts';

/** Plays keys `gap` ms apart and gives the codes that came out. */
function play(
  keys: readonly (Partial<WedgeKey> & { key: string })[],
  gap: number,
  maxGap = FIELD_GAP_MS,
): string[] {
  let burst: WedgeBurst = IDLE;
  const codes: string[] = [];
  keys.forEach((key, i) => {
    const step = takeKey(burst, { code: '', shift: false, at: 1000 + i * gap, ...key }, maxGap);
    burst = step.burst;
    if (step.code !== null) codes.push(step.code);
  });
  return codes;
}

const typed = (text: string, end = 'Enter') => [...text, end].map((key) => ({ key }));

describe('the keyboard wedge', () => {
  test('takes a burst ended by Enter or Tab as one code', () => {
    expect(play(typed('P7K2-93XQ'), 12)).toEqual(['P7K2-93XQ']);
    expect(play(typed('04170032', 'Tab'), 55)).toEqual(['04170032']);
  });

  test('leaves a person’s typing alone', () => {
    expect(play(typed('P7K2-93XQ'), 110)).toEqual([]);
  });

  test('waits for a slow phone where no text field has the focus', () => {
    expect(play(typed('P7K2-93XQ'), 160, FREE_GAP_MS)).toEqual(['P7K2-93XQ']);
  });

  test('ignores a stray Enter and bursts too short for a code', () => {
    expect(play(typed('12'), 10)).toEqual([]);
    expect(play([{ key: 'Enter' }], 10)).toEqual([]);
  });

  test('a shift between the letters is no letter', () => {
    expect(
      play([{ key: 'Shift' }, { key: 'A' }, { key: 'Shift' }, { key: 'B' }, ...typed('12')], 15),
    ).toEqual(['AB12']);
  });

  test('a cursor key ends the burst', () => {
    expect(play([...typed('AB12').slice(0, 4), { key: 'ArrowLeft' }, ...typed('9')], 10)).toEqual([]);
  });

  test('reads through a Chinese input method by the physical keys', () => {
    const process = (code: string, shift = false) => ({ key: 'Process', code, shift });
    const keys = [
      process('KeyT', true),
      process('Digit4'),
      process('Numpad1'),
      process('Minus'),
      process('KeyA'),
    ];
    expect(play([...keys, { key: 'Enter' }], 20)).toEqual(['T41-a']);
  });

  test('two codes one after the other are two', () => {
    expect(play([...typed('AAAA1'), ...typed('BBBB2')], 20)).toEqual(['AAAA1', 'BBBB2']);
  });

  test('any code of printable letters survives at any scanner speed', () => {
    const letters = fc.stringMatching(/^[A-Z0-9][A-Z0-9./:-]{2,30}[A-Z0-9]$/);
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: FIELD_GAP_MS }), (code, gap) => {
        expect(play(typed(code), gap)).toEqual([code]);
      }),
    );
  });
});

describe('a cleaned code', () => {
  test('has plain letters for full-width ones', () => {
    expect(cleanCode(' Ｐ７Ｋ２－９３ＸＱ　')).toBe('P7K2-93XQ');
    expect(cleanCode('3—402')).toBe('3-402');
  });

  test('is stable: cleaning twice is cleaning once', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => cleanCode(cleanCode(s)) === cleanCode(s)));
  });
});
