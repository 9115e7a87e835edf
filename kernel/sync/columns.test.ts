import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAll, packRows, unpackAll, unpackRows } from './columns.ts';
import type { PulledRow } from './protocol.ts';

/** As they come out of JSON at the other end. */
const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const numbered = (count: number, of: (n: number) => object): PulledRow[] =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, ...of(n) }));

describe('rows by columns', () => {
  it('come out as they went in, whatever they hold and lack', () => {
    const value = fc.oneof(fc.constantFrom('a', 'b', null, '__proto__x'), fc.jsonValue());
    const row = fc.record(
      { id: fc.uuid(), label: value, tags: fc.array(fc.constantFrom('x', 'y')), more: value },
      { requiredKeys: ['id'] },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (made) => {
        const rows = travelled(made) as PulledRow[];
        expect(unpackRows(travelled(packRows(rows)))).toEqual(rows);
      }),
    );
  });

  it('say what all have once, and what comes again once', () => {
    const rows = numbered(30, (n) => ({ round: 'R', label: `${n % 3}号`, at: 1000 + n, by: n }));
    expect(packRows(rows).columns).toMatchObject({
      round: { all: 'R' },
      label: { values: ['0号', '1号', '2号'] },
      at: rows.map(({ at }) => at),
    });
  });

  it('know a field that is null from one that is not there', () => {
    const rows = numbered(20, (n) => (n % 2 === 0 ? { note: null } : {}));
    const [even, odd] = unpackRows(travelled(packRows(rows)));
    expect(even).toHaveProperty('note', null);
    expect(odd).not.toHaveProperty('note');
  });

  it('are shorter where there are many, and are left as they are where there are few', () => {
    const rows = numbered(1000, (n) => ({ roundId: 'r'.repeat(36), building: `${n % 40}号`, state: 'open' }));
    const sizeOf = (value: unknown) => JSON.stringify(value).length;
    const collections = { many: { rows, gone: ['g'] }, few: { rows: rows.slice(0, 3), gone: [] } };
    const packed = packAll(collections);
    expect(sizeOf(packed.many)).toBeLessThan(sizeOf(rows) / 5);
    expect(packed.few).toBe(collections.few);
    expect(unpackAll(travelled(packed))).toEqual(collections);
  });
});
