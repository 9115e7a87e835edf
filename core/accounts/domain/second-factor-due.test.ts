import { describe, expect, it } from 'vitest';
import { ROLES } from '../contract/roles.ts';
import { secondFactorDue } from './second-factor-due.ts';

const SINCE = Date.parse('2022-04-06T08:00:00+08:00');

describe('until when a second factor must be there', () => {
  it('is so many days after the role began, for the command post', () => {
    expect(secondFactorDue('secretary', SINCE, 7)).toBe(Date.parse('2022-04-13T08:00:00+08:00'));
    expect(secondFactorDue('command', SINCE, 0)).toBe(SINCE);
  });

  it('is never for all others: they are asked when they export', () => {
    const others = ROLES.filter((role) => role !== 'secretary' && role !== 'command');
    expect(others.map((role) => secondFactorDue(role, SINCE, 7))).toEqual([null, null, null]);
  });
});
