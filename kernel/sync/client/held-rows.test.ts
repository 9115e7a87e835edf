import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from '../columns.ts';
import type { CollectionDelta, PackedDelta, PulledRow } from '../protocol.ts';
import { HeldRows, type RowChanges } from './held-rows.ts';

const packed = ({ rows, gone }: CollectionDelta): PackedDelta => ({ packed: packRows(rows), gone });

const byId = (rows: Iterable<PulledRow>) => new Map([...rows].map((row) => [row.id, row]));

const shown = ({ rows, blocks, gone }: RowChanges) => ({
  rows: byId([...blocks.flatMap((block) => [...block]), ...rows]),
  gone: [...gone].sort(),
});

const id = fc.nat(24).map((n) => `row-${n}`);
const delta = fc.record({
  rows: fc.uniqueArray(fc.record({ id, text: fc.constantFrom('a', 'b', 'c') }), {
    minLength: 1,
    maxLength: 20,
    selector: (row) => row.id,
  }),
  gone: fc.uniqueArray(id, { maxLength: 3 }),
});
const term = fc.constantFrom('round/1', 'round/2');
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('apply' as const), term, delta, columns: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), term }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('show' as const) }) },
);

describe('held rows', () => {
  it('tell the same of rows that came by columns as of rows that came one by one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const [some, single] = [new HeldRows(), new HeldRows()];
        for (const [version, s] of steps.entries()) {
          if (s.do === 'apply') {
            some.apply(s.term, version, { note: s.columns ? packed(s.delta) : s.delta });
            single.apply(s.term, version, { note: s.delta });
          } else if (s.do === 'drop') {
            some.drop(s.term);
            single.drop(s.term);
          } else {
            const [changes, expected] = [some.takeChanges(), single.takeChanges()];
            expect([...changes.keys()]).toEqual([...expected.keys()]);
            for (const [name, change] of changes) {
              const wanted = shown(expected.get(name) ?? { rows: [], blocks: [], gone: [] });
              expect(shown(change)).toEqual(wanted);
            }
          }
          expect(shown(some.all('note'))).toEqual(shown(single.all('note')));
          expect(some.collections()).toEqual(single.collections());
          for (const name of ['round/1', 'round/2']) {
            expect(some.count(name)).toBe(single.count(name));
            expect(byId(some.whole(name).note?.rows ?? [])).toEqual(
              byId(single.whole(name).note?.rows ?? []),
            );
          }
        }
      }),
    );
  });

  it('give a page that came by columns on as it came, where no other term holds a row of it', () => {
    const rows = Array.from({ length: 30 }, (_, n) => ({ id: `row-${n}`, text: 'a' }));
    const held = new HeldRows();
    held.apply('round/1', 1, { note: packed({ rows, gone: [] }) });
    held.apply('round/2', 1, { note: { rows: [{ id: 'other', text: 'b' }], gone: [] } });
    const first = held.takeChanges().get('note');
    expect(first?.blocks.map(({ size }) => size)).toEqual([30]);
    expect(first?.rows).toEqual([{ id: 'other', text: 'b' }]);
    held.apply('round/2', 2, { note: { rows: [{ id: 'row-3', text: 'c' }], gone: [] } });
    expect(held.takeChanges().get('note')).toEqual({
      rows: [{ id: 'row-3', text: 'c' }],
      blocks: [],
      gone: [],
    });
    expect(held.all('note').blocks).toEqual([]);
    expect(held.all('note').rows).toHaveLength(31);
  });
});
