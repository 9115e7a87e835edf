import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inTubeOrder, placedMembers, type Swabbed } from './order.ts';

const swab = (id: string, at: number, voidedAt: number | null = null): Swabbed => ({ id, at, voidedAt });

describe('members of a tube', () => {
  test('stand in the order of their swabs, whoever synced first', () => {
    const [late, early, middle] = [swab('a', 300), swab('b', 100), swab('c', 200)];
    expect(placedMembers([late, early, middle]).map(({ id, position }) => [id, position])).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 3],
    ]);
  });

  test('of one moment by their ids, so that two phones agree', () => {
    expect(placedMembers([swab('b', 100), swab('a', 100)]).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('a withdrawn one is still told, between those it stood between, and those behind it move up', () => {
    const members = placedMembers([swab('a', 1), swab('b', 2, 50), swab('c', 3)]);
    expect(members.map(({ id, position }) => [id, position])).toEqual([
      ['a', 1],
      ['b', null],
      ['c', 2],
    ]);
  });
});

const swabs = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    at: fc.integer({ min: 0, max: 20 }),
    voidedAt: fc.option(fc.integer({ min: 0, max: 20 })),
  }),
  { selector: ({ id }) => id, maxLength: 24 },
);

describe('whatever the order of arrival', () => {
  test('it is one order', () => {
    fc.assert(
      fc.property(swabs, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (members, luck) => {
        const shuffled = members
          .map((member) => ({ member, key: luck.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ member }) => member);
        expect(placedMembers(shuffled)).toEqual(placedMembers(members));
      }),
    );
  });

  test('it is a total order, and places are 1 to the number of those that stand', () => {
    fc.assert(
      fc.property(swabs, (members) => {
        const placed = placedMembers(members);
        const places = placed.flatMap(({ position }) => position ?? []);
        expect(places).toEqual(places.map((_, i) => i + 1));
        expect(places).toHaveLength(members.filter(({ voidedAt }) => voidedAt === null).length);
        for (const [i, one] of placed.entries()) {
          for (const other of placed.slice(i + 1)) expect(inTubeOrder(one, other)).toBeLessThan(0);
        }
      }),
    );
  });

  test('somebody arriving late changes nobody’s order among the others', () => {
    fc.assert(
      fc.property(swabs, fc.uuid(), fc.integer({ min: 0, max: 20 }), (members, id, at) => {
        fc.pre(members.every((member) => member.id !== id));
        const before = placedMembers(members).map((member) => member.id);
        const after = placedMembers([...members, swab(id, at)]).map((member) => member.id);
        expect(after.filter((one) => one !== id)).toEqual(before);
      }),
    );
  });
});
