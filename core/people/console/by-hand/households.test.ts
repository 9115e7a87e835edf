import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../../contract/queries.ts';
import { byHousehold } from './households.ts';

const row = (id: string, householdId: string) => ({ id, householdId }) as RegisterRow;

describe('the people behind a door', () => {
  it('stand by household, the shown one first', () => {
    const groups = byHousehold([row('a', 'h1'), row('b', 'h2'), row('c', 'h1')], 'h2');
    expect(groups.map(({ householdId, members }) => [householdId, members.map(({ id }) => id)])).toEqual([
      ['h2', ['b']],
      ['h1', ['a', 'c']],
    ]);
  });

  it('leave out a household in which nobody lives any more', () => {
    expect(byHousehold([row('a', 'h1')], 'h2').map(({ householdId }) => householdId)).toEqual(['h1']);
  });
});
