import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from '../sync/columns.ts';
import { RowBlock } from '../sync/rows/row-block.ts';
import { WorkingSet } from './working-set.ts';

interface Row {
  readonly id: string;
  readonly shelf: string | null;
  readonly n: number;
}

const ids = ['a', 'b', 'c', 'd'];
const shelves = ['x', 'y'];
const row = fc.record({
  id: fc.constantFrom(...ids),
  shelf: fc.option(fc.constantFrom(...shelves)),
  n: fc.nat(),
});
const block = fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: (r) => r.id });
const step = fc.oneof(
  fc.record({ do: fc.constant('load-columns' as const), rows: block }),
  fc.record({ do: fc.constant('load' as const), rows: fc.array(row, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('put' as const), row }),
  fc.record({ do: fc.constant('remove' as const), ids: fc.subarray(ids) }),
  fc.record({ do: fc.constant('clear' as const) }),
);

const byId = (rows: Iterable<Row>) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('WorkingSet', () => {
  it('behaves like two maps laid over each other, searched row by row', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const set = new WorkingSet<Row, 'shelf'>({ shelf: (r) => r.shelf });
        const base = new Map<string, Row>();
        const changes = new Map<string, Row>();
        for (const s of steps) {
          if (s.do === 'load') {
            set.load(s.rows);
            for (const r of s.rows) base.set(r.id, r);
          } else if (s.do === 'load-columns') {
            set.load(RowBlock.of(packRows(s.rows)) as RowBlock<never>);
            for (const r of s.rows) base.set(r.id, r);
          } else if (s.do === 'put') {
            set.put(s.row);
            changes.set(s.row.id, s.row);
          } else if (s.do === 'remove') {
            set.remove(s.ids);
            for (const id of s.ids) base.delete(id);
          } else {
            set.clearChanges();
            changes.clear();
          }
          const view = new Map([...base, ...changes]);
          expect(byId(set.all())).toEqual(byId(view.values()));
          expect(byId(set.changed())).toEqual(byId(changes.values()));
          for (const shelf of shelves) {
            expect(byId(set.by('shelf', shelf))).toEqual(
              byId([...view.values()].filter((r) => r.shelf === shelf)),
            );
          }
          for (const id of ids) {
            expect(set.get(id)).toEqual(view.get(id));
            expect(set.isChanged(id)).toBe(changes.has(id));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lists rows of one key in the order they came', () => {
    const set = new WorkingSet<Row, 'shelf'>({ shelf: (r) => r.shelf });
    set.load(['c', 'a', 'b'].map((id, n) => ({ id, shelf: 'x', n })));
    expect(set.by('shelf', 'x').map((r) => r.id)).toEqual(['c', 'a', 'b']);
  });
});
