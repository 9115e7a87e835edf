import { describe, expect, it } from 'vitest';
import { givingOf } from './may-give.ts';

const holding = (...grants: string[]) => ({
  grants: grants.map((grant) => ({ grant, from: 0, until: null })),
});

describe('what the console offers to give', () => {
  it('is everything to a secretary and nothing to a volunteer or nobody', () => {
    expect(givingOf(holding('role:secretary'), 1).roles).toHaveLength(5);
    expect(givingOf(holding('role:secretary'), 1).groups).toHaveLength(8);
    expect(givingOf(holding('role:command'), 1).free).toBe(true);
    expect(givingOf(holding('role:volunteer', 'duty:testing'), 1)).toEqual({
      roles: [],
      groups: [],
      free: false,
    });
    expect(givingOf(null, 1)).toEqual({ roles: [], groups: [], free: false });
  });

  it('is the own group’s deputies and volunteers to a leader', () => {
    expect(givingOf(holding('role:leader:testing'), 1)).toEqual({
      roles: ['deputy', 'volunteer'],
      groups: ['testing'],
      free: false,
    });
    expect(givingOf(holding('role:deputy:order'), 1)).toEqual({
      roles: ['volunteer'],
      groups: ['order'],
      free: false,
    });
  });

  it('ends with the standing', () => {
    const past = { grants: [{ grant: 'role:secretary', from: 0, until: 10 }] };
    expect(givingOf(past, 10).roles).toEqual([]);
  });
});
