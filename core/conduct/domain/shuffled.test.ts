import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shuffled } from './shuffled.ts';

const things = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));

it('keeps everything, and says the same order for the same sitting', () => {
  fc.assert(
    fc.property(fc.uuid(), (sitting) => {
      const order = shuffled(things, sitting).map(({ id }) => id);
      expect([...order].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(shuffled([...things].reverse(), sitting).map(({ id }) => id)).toEqual(order);
    }),
  );
});

it('is another order for another sitting', () => {
  const orders = Array.from({ length: 20 }, (_, n) =>
    shuffled(things, `sitting ${n}`)
      .map(({ id }) => id)
      .join(''),
  );
  expect(new Set(orders).size).toBeGreaterThan(10);
});
