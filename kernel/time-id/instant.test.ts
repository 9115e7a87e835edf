import { describe, expect, it } from 'vitest';
import { instant as parsed } from '../db/type-parsers.ts';
import { EARLIEST, instant, LATEST } from './instant.ts';

describe('an instant that somebody names', () => {
  it.each([0, 1, Date.UTC(2022, 3, 4), LATEST])('may be %d', (at) => {
    expect(instant.safeParse(at).success).toBe(true);
  });

  it.each([-1, 0.5, LATEST + 1, 8.64e15, 2 ** 53 - 1, Number.NaN, '0'])('may not be %s', (at) => {
    expect(instant.safeParse(at).success).toBe(false);
  });

  it('is one that comes back from the database', () => {
    for (const at of [EARLIEST, 0, LATEST]) {
      const text = new Date(at).toISOString().replace('T', ' ').replace('Z', '+00');
      expect(parsed(text)).toBe(at);
    }
  });
});
