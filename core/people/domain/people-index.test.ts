import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialOf } from '#core/codes/contract.ts';
import { packRows } from '#kernel/sync/columns.ts';
import type { PulledRow } from '#kernel/sync/protocol.ts';
import { RowBlock } from '#kernel/sync/rows/row-block.ts';
import { type IndexedCard, PeopleIndex } from './people-index.ts';

const uuidOf = (n: number, kind: string) =>
  `01900000-0000-7000-8000-${kind}0000000${String(n).padStart(3, '0')}`;

const cardOf = (n: number, household: number, hash: string | null, also: number | null): IndexedCard => ({
  id: uuidOf(n, '1a'),
  householdId: uuidOf(household, '2b'),
  dwellingId: uuidOf(household, '3c'),
  buildingId: 'b1',
  compoundId: 'c1',
  compound: '清源',
  building: '1号',
  entrance: null,
  room: `${100 + household}`,
  floor: 1,
  sort: `清源 ${household}`,
  nameMask: '张**',
  pinyin: 'zhang san',
  initials: 'zs',
  birthYear: 1990,
  sex: 'female',
  tags: [],
  away: false,
  awayReason: '',
  registeredElsewhere: false,
  phoneMask: null,
  endedAt: null,
  version: 1,
  identityHash: hash,
  ...(also === null ? {} : { alsoIds: [uuidOf(500 + also, '1a')] }),
});

const people = fc.integer({ min: 0, max: 30 });
const hashes = ['e76105', 'f54df7', '00aa11'];
const card = fc
  .tuple(
    people,
    fc.integer({ min: 0, max: 8 }),
    fc.option(fc.constantFrom(...hashes)),
    fc.option(fc.nat(4), { freq: 6 }),
  )
  .map((parts) => cardOf(...parts));
const page = fc.uniqueArray(card, { minLength: 1, maxLength: 20, selector: ({ id }) => id });
const step = fc.oneof(
  fc.record({ columns: fc.boolean(), cards: page }),
  fc.array(
    people.map((n) => uuidOf(n, '1a')),
    { maxLength: 5 },
  ),
);

const ids = (cards: Iterable<IndexedCard>) => [...cards].map(({ id }) => id).sort();

describe('people on a phone', () => {
  it('are found the same whether their cards came by columns or one by one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(7), (steps, searched) => {
        const [some, single] = [new PeopleIndex<IndexedCard>(), new PeopleIndex<IndexedCard>()];
        for (const [n, s] of steps.entries()) {
          if (n === searched) some.search.find('zs', 3);
          if (Array.isArray(s)) {
            some.remove(s);
            single.remove(s);
          } else {
            const rows = s.cards as readonly object[] as readonly PulledRow[];
            const block = RowBlock.of(packRows(rows)) as unknown as RowBlock<IndexedCard>;
            some.put(s.columns ? block : s.cards);
            single.put(s.cards);
          }
          expect(some.size).toBe(single.size);
          expect(ids(some.all())).toEqual(ids(single.all()));
          expect([...some.ids()].sort()).toEqual([...single.ids()].sort());
        }
        for (const hash of hashes) {
          expect(ids(some.byIdentityHash(hash))).toEqual(ids(single.byIdentityHash(hash)));
        }
        for (let n = 0; n <= 30; n++) {
          const [id, also, home] = [uuidOf(n, '1a'), uuidOf(500 + n, '1a'), uuidOf(n, '2b')];
          expect(some.get(id)).toEqual(single.get(id));
          for (const code of [id, also].map(serialOf)) {
            expect(ids(some.bySerial(code))).toEqual(ids(single.bySerial(code)));
          }
          expect(ids(some.household(home))).toEqual(ids(single.household(home)));
          expect(ids(some.byHouseholdSerial(serialOf(home)))).toEqual(
            ids(single.byHouseholdSerial(serialOf(home))),
          );
        }
        expect(ids(some.search.find('zs', 50))).toEqual(ids(single.search.find('zs', 50)));
      }),
    );
  });
});
