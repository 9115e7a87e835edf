import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUuid } from '#kernel/time-id/uuid.ts';
import { expectedId } from './expected-id.ts';

describe('the id of a place on the list', () => {
  it('is a UUID of its own for each person and round', () => {
    fc.assert(
      fc.property(
        fc.uuid({ version: 7 }),
        fc.uuid({ version: 7 }),
        fc.uuid({ version: 7 }),
        (round, a, b) => {
          const id = expectedId(round, a);
          expect(isUuid(id)).toBe(true);
          expect(id.charAt(14)).toBe('8');
          expect(id).toBe(expectedId(a, round));
          if (a.slice(-12) !== b.slice(-12)) expect(id).not.toBe(expectedId(round, b));
        },
      ),
    );
  });
});
