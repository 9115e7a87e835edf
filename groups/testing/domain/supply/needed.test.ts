import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NeedRules, neededAt } from './needed.ts';

const RULES: NeedRules = {
  samplersPerLane: 1,
  registrarsPerLane: 1,
  helpersPerSite: 6,
  suitsPerStaff: 2,
  reservePercent: 10,
};
const lanes = (sites: readonly number[]) =>
  sites.flatMap((count, site) =>
    Array.from({ length: count }, (_, lane) => ({ laneId: `${site}-${lane}`, siteId: String(site) })),
  );

describe('what lanes need', () => {
  it('follows from the people that fall to each, a tenth more in reserve', () => {
    const [first, second] = neededAt(1001, 10, lanes([2]), RULES);
    expect(first).toEqual({ laneId: '0-0', people: 501, swab: 552, tube: 57, suit: 18 });
    // The helpers' suits are counted at the site's first lane alone.
    expect(second).toEqual({ laneId: '0-1', people: 500, swab: 550, tube: 55, suit: 5 });
  });

  it('is a tube a person in single sampling, and nothing without lanes', () => {
    expect(neededAt(100, 1, lanes([1]), { ...RULES, reservePercent: 0 })).toMatchObject([
      { swab: 100, tube: 100 },
    ]);
    expect(neededAt(100, 1, [], RULES)).toEqual([]);
  });

  it('makes up the whole: shares are everybody, and suffice for them', () => {
    fc.assert(
      fc.property(
        fc.nat(30_000),
        fc.constantFrom(1, 5, 10, 20),
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 6 }),
        fc.nat(100),
        (people, ratio, sites, reservePercent) => {
          const needs = neededAt(people, ratio, lanes(sites), { ...RULES, reservePercent });
          const sum = (of: 'people' | 'swab' | 'tube') => needs.reduce((total, need) => total + need[of], 0);
          expect(sum('people')).toBe(people);
          expect(sum('swab')).toBeGreaterThanOrEqual((people * (100 + reservePercent)) / 100);
          expect(sum('tube') * ratio).toBeGreaterThanOrEqual(people);
          const shares = needs.map((need) => need.people);
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
