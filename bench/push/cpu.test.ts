import { describe, expect, it } from 'vitest';
import { cpuBetween, ticksOf } from './cpu.ts';

describe('processor time', () => {
  it('is the process and its ended children, whatever the name in brackets holds', () => {
    const before = '4242 (node (x) ) S 1 4242 4242 0 -1 4194304 1 2 3 4';
    expect(ticksOf(`${before} 100 20 3 4 20 0 11 0 12345`)).toBe(127);
  });

  it('is not known where one of two readings is not', () => {
    const before = { load: 1, server: 2, postgres: null };
    expect(cpuBetween(before, { load: 1.5, server: 5, postgres: 7 })).toEqual({
      load: 0.5,
      server: 3,
      postgres: null,
    });
  });
});
