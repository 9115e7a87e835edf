import { describe, expect, it } from 'vitest';
import { nextShift, SHIFTS, shiftOn } from './shifts.ts';

const local = (text: string) => new Date(text);

describe('shifts', () => {
  it('follow each other from seven to seven without a gap', () => {
    const periods = SHIFTS.map((shift) => shiftOn(shift, local('2022-04-06T00:00')));
    expect(periods[0]?.from).toBe(local('2022-04-06T07:00').getTime());
    expect(periods.at(-1)?.until).toBe(local('2022-04-07T07:00').getTime());
    for (const [i, period] of periods.slice(1).entries()) expect(period.from).toBe(periods[i]?.until);
  });

  it('the one offered has not ended', () => {
    expect(nextShift(local('2022-04-06T06:00')).from).toBe(local('2022-04-06T07:00').getTime());
    expect(nextShift(local('2022-04-06T12:00')).from).toBe(local('2022-04-06T12:00').getTime());
    expect(nextShift(local('2022-04-06T23:30')).until).toBe(local('2022-04-07T07:00').getTime());
  });
});
