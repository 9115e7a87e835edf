import { describe, expect, it } from 'vitest';
import { STANDARD_POINTS } from '../../contract/set-up-rows.ts';
import { proposeFor } from './propose.ts';

const point = (name: string) => ({ part: 'entrance', standard: null, name, wantsPhoto: false }) as const;
const earlier = [
  { name: '东门', points: [point('东门的')] },
  { name: '操场', points: [point('操场的')] },
  { name: '西门', points: [] },
];
const namesFor = (name: string, place: number, rounds = earlier) =>
  proposeFor({ name, place }, rounds).points.map((one) => one.name);

describe('the list proposed for a site', () => {
  it('is that of the site of the same name, wherever it stood in the plan', () => {
    expect(namesFor('操场', 0)).toEqual(['操场的']);
  });

  it('else of the site in the same place, else of the first that had one', () => {
    expect(namesFor('南门', 1)).toEqual(['操场的']);
    expect(namesFor('南门', 7)).toEqual(['东门的']);
    expect(namesFor('西门', 5)).toEqual(['东门的']);
  });

  it('without an earlier round is the standard one, in its own words', () => {
    const { points, carried } = proposeFor({ name: '东门', place: 0 }, []);
    expect(carried).toBe(false);
    expect(points.map(({ standard, name }) => [standard, name])).toEqual(
      STANDARD_POINTS.map(({ standard }) => [standard, '']),
    );
  });
});
