import { describe, expect, it } from 'vitest';
import { knownPlates, PLATE_LETTERS, provinceKeys } from './plate-keys.ts';

describe('the key pad of plates', () => {
  it('has no I and no O', () => {
    expect(PLATE_LETTERS).toHaveLength(34);
    expect(PLATE_LETTERS).not.toContain('I');
    expect(PLATE_LETTERS).not.toContain('O');
  });

  it('puts the provinces seen at this gate first, and loses none', () => {
    const keys = provinceKeys(['沪A12345', '沪AD12345', '苏E12345', 'WJ沪1234A']);
    expect(keys.slice(0, 3)).toEqual(['沪', '苏', '京']);
    expect(new Set(keys).size).toBe(31);
  });

  it('finds a known plate by any piece of it', () => {
    const known = ['沪A12345', '沪AD12345', '苏E99999'];
    expect(knownPlates('345', known)).toEqual(['沪A12345', '沪AD12345']);
    expect(knownPlates('', known)).toEqual([]);
    expect(knownPlates('沪A12345', known)).toEqual([]);
  });
});
