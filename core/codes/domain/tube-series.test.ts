import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsLabSeries, labPatternProblem, patternFrom } from './lab-series.ts';
import { isProblem, readCode } from './read.ts';
import { nextTubeCodes, shortTube } from './tube-series.ts';

const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const own = { kind: 'own', areaId, day: '2022-04-17', lane: '3' } as const;

const codes = (...given: Parameters<typeof nextTubeCodes>): readonly string[] => {
  const made = nextTubeCodes(...given);
  if (isProblem(made)) throw new Error(made.code);
  return made;
};

describe('our own series', () => {
  test('counts on, each code readable as a tube', () => {
    const made = codes(own, 98, 4);
    expect(made.map(shortTube)).toEqual(['0417-3-0098', '0417-3-0099', '0417-3-0100', '0417-3-0101']);
    for (const text of made)
      expect(readCode(text, { areaId, labs: [] })).toEqual({ kind: 'tube', text, lab: null });
  });

  test('without lanes is shown as day and number', () => {
    expect(codes({ ...own, lane: '0' }, 32, 1).map(shortTube)).toEqual(['0417-0032']);
  });

  test('never gives one code twice: over days, lanes, years, numbers', () => {
    const seen = new Set<string>();
    for (const day of ['2022-04-17', '2022-04-18', '2023-04-17'])
      for (const lane of '0123A') for (const code of codes({ ...own, day, lane }, 1, 500)) seen.add(code);
    expect(seen.size).toBe(3 * 5 * 500);
  });

  test.each([
    [{ ...own, day: '2022-13-01' }, 1, 1, 'day'],
    [{ ...own, day: '17.4.' }, 1, 1, 'day'],
    [{ ...own, lane: 'AB' }, 1, 1, 'lane'],
    [{ ...own, lane: '台' }, 1, 1, 'lane'],
    [own, 0, 1, 'from'],
    [own, 1, 0, 'count'],
    [own, 1, 1_000_000, 'count'],
  ] as const)('refuses %j from %j × %j', (series, from, count, field) => {
    expect(nextTubeCodes(series, from, count)).toMatchObject({
      code: 'codes.bad-series',
      details: { field: `codes.field.${field}` },
    });
  });

  test('says what is left at the end', () => {
    expect(nextTubeCodes(own, 9_998, 3)).toMatchObject({
      code: 'codes.series-exhausted',
      details: { left: 2, asked: 3 },
    });
    expect(codes(own, 9_998, 2)).toHaveLength(2);
  });
});

describe("a laboratory's series", () => {
  const first = '31092022041800001';

  test('counts on from a pasted first number without rounding', () => {
    const series = { kind: 'lab', pattern: patternFrom(first) } as const;
    expect(series.pattern).toBe('310920220418#####');
    expect(codes(series, ` ${first}\n`, 3)).toEqual([first, '31092022041800002', '31092022041800003']);
    expect(shortTube(first)).toBe('…00001');
  });

  test('never runs into its fixed part', () => {
    const series = { kind: 'lab', pattern: patternFrom(first) } as const;
    expect(nextTubeCodes(series, '31092022041899999', 2)).toMatchObject({
      code: 'codes.series-exhausted',
      details: { left: 1 },
    });
    expect(nextTubeCodes(series, '31092022041900001', 2)).toMatchObject({
      details: { field: 'codes.field.from' },
    });
  });

  test('any number of the pattern fits it, and what is longer or shorter does not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{9,17}$/), (number) => {
        const pattern = patternFrom(number);
        expect(fitsLabSeries(number, pattern)).toBe(true);
        expect(fitsLabSeries(`${number}0`, pattern)).toBe(false);
      }),
    );
  });

  test('a pattern that would swallow identity cards is refused', () => {
    expect(labPatternProblem('#'.repeat(18))).toMatchObject({ code: 'codes.series-like-id-card' });
    expect(labPatternProblem('310115########0###')).toMatchObject({ code: 'codes.series-like-id-card' });
    expect(labPatternProblem('31011520220418####')).toBeNull();
    expect(labPatternProblem('#'.repeat(17))).toBeNull();
    expect(labPatternProblem('SH-@#######')).toBeNull();
    for (const bad of ['', '##', '中文####', 'ABCDEFGH']) {
      expect(labPatternProblem(bad)).toMatchObject({ code: 'codes.bad-series' });
    }
  });

  test('letters fit where letters are asked', () => {
    expect(fitsLabSeries('SH-A0000017', 'SH-@#######')).toBe(true);
    expect(fitsLabSeries('SH-90000017', 'SH-@#######')).toBe(false);
  });
});
