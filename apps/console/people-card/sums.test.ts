import { expect, test } from 'vitest';
import { onDuty, sumOf } from './sums.ts';

test('residents and those away are added up over the buildings', () => {
  const buildings = [
    { residents: 41, away: 3 },
    { residents: 60, away: 0 },
  ];
  expect(sumOf(buildings, 'residents')).toBe(101);
  expect(sumOf(buildings, 'away')).toBe(3);
  expect(sumOf([], 'away')).toBe(0);
});

test('a person on two duties is on duty once; before the beginning and at the end nobody is', () => {
  const people = [
    {
      duties: [
        { from: 10, until: 20 },
        { from: 15, until: 30 },
      ],
    },
    { duties: [{ from: 20, until: 30 }] },
    { duties: [] },
  ];
  expect([9, 10, 19, 20, 30].map((now) => onDuty(people, now))).toEqual([0, 1, 1, 2, 0]);
});
