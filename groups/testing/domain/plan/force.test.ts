import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ForceRules, forceFor, staffed, staffOf } from './force.ts';

/** The defaults of the settings. */
const RULES: ForceRules = {
  peoplePerSite: 2500,
  peoplePerSampler: 360,
  samplersPerLane: 1,
  registrarsPerLane: 1,
  helpersPerSite: 6,
};

describe('what a round needs', () => {
  it('of 10,000 people is four sites and 28 samplers, as the guide says', () => {
    const force = forceFor(10_000, RULES);
    expect(force).toEqual({ sites: 4, lanes: 28, samplers: 28, registrars: 28, helpers: 24 });
    expect(staffOf(force)).toBe(80);
  });

  it('of nobody is nothing, and of one person one of each', () => {
    expect(staffOf(forceFor(0, RULES))).toBe(0);
    expect(forceFor(1, RULES)).toEqual({ sites: 1, lanes: 1, samplers: 1, registrars: 1, helpers: 6 });
  });

  it('fills lanes with samplers: two at a lane make half the lanes', () => {
    expect(forceFor(3600, { ...RULES, samplersPerLane: 2 })).toMatchObject({ lanes: 5, samplers: 10 });
  });

  it('suffices: a plan of what is needed never falls short, and one lane less always does', () => {
    const rules = fc.record({
      peoplePerSite: fc.integer({ min: 500, max: 5000 }),
      peoplePerSampler: fc.integer({ min: 50, max: 2000 }),
      samplersPerLane: fc.integer({ min: 1, max: 4 }),
      registrarsPerLane: fc.integer({ min: 0, max: 4 }),
      helpersPerSite: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), rules, (people, rule) => {
        const { sites, lanes, ...hands } = forceFor(people, rule);
        expect({ sites, lanes, ...hands }).toEqual(staffed(sites, lanes, rule));
        const able = (n: number) => n * rule.samplersPerLane * rule.peoplePerSampler;
        expect(able(lanes)).toBeGreaterThanOrEqual(people);
        expect(able(lanes - 1)).toBeLessThan(people);
        expect(sites * rule.peoplePerSite).toBeGreaterThanOrEqual(people);
      }),
    );
  });
});
