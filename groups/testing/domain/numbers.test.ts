import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveragePercent, leastComplete, perLaneHour } from './numbers.ts';

describe('coverage', () => {
  test('is a share of those expected, with one decimal; of nobody it is none', () => {
    expect(coveragePercent({ expected: 3, sampled: 2 })).toBe(66.7);
    expect(coveragePercent({ expected: 3, sampled: 3 })).toBe(100);
    expect(coveragePercent({ expected: 0, sampled: 0 })).toBeNull();
  });

  test('stays between none and all', () => {
    fc.assert(
      fc.property(fc.nat(30_000), fc.nat(30_000), (a, b) => {
        const [sampled, expected] = a < b ? [a, b] : [b, a];
        const percent = coveragePercent({ expected, sampled }) ?? 0;
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });
});

test('a lane’s pace is person-times an hour, and none before it worked for a minute', () => {
  expect(perLaneHour({ personTimes: 262, laneHours: 2 })).toBe(131);
  expect(perLaneHour({ personTimes: 1, laneHours: 0 })).toBeNull();
});

describe('buildings', () => {
  const building = (name: string, expected: number, sampled: number) => ({ name, expected, sampled });

  test('stand with the least complete first; of one share, where more are missed', () => {
    const sorted = leastComplete([
      building('done', 10, 10),
      building('nobody', 0, 0),
      building('half, small', 10, 5),
      building('half, big', 100, 50),
      building('none', 4, 0),
    ]);
    expect(sorted.map(({ name }) => name)).toEqual(['none', 'half, big', 'half, small', 'done', 'nobody']);
  });

  test('are all still there', () => {
    const some = fc.array(fc.record({ expected: fc.nat(200), sampled: fc.nat(200) }));
    fc.assert(
      fc.property(some, (list) => {
        expect(leastComplete(list)).toHaveLength(list.length);
      }),
    );
  });
});
