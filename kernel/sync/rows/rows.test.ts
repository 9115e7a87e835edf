import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows } from '../columns.ts';
import type { PulledRow } from '../protocol.ts';
import { RowBlock } from './row-block.ts';
import { RowBlocks } from './row-blocks.ts';
import { TailIndex } from './tail-index.ts';

/** As they come out of JSON at the other end. */
const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const blockOf = (rows: readonly object[]): RowBlock =>
  RowBlock.of(travelled(packRows(rows as readonly PulledRow[])));

const label = fc.option(fc.constantFrom('a', '甲', '__proto__x', ''), { nil: null });
const anyRow = fc.record(
  { id: fc.uuid(), label, tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }), n: fc.nat(9) },
  { requiredKeys: ['id'] },
);
const anyRows = fc.uniqueArray(anyRow, { maxLength: 60, selector: ({ id }) => id });

describe('a block of rows', () => {
  it('has the rows that were packed, one by one and all together, the same object each time', () => {
    fc.assert(
      fc.property(anyRows, (made) => {
        const rows = travelled(made);
        const block = blockOf(rows);
        expect(block.size).toBe(rows.length);
        for (const row of rows) {
          const place = block.placeOf(row.id);
          expect(block.id(place)).toBe(row.id);
          expect(block.glance(place)).toEqual(row);
          expect(block.row(place)).toEqual(row);
          expect(block.row(place)).toBe(block.glance(place));
        }
        expect([...block]).toEqual(rows);
        expect([...block][0]).toBe([...block][0]);
      }),
    );
  });

  it('finds rows by a key, by the end of a text and by a field, as going through all of them does', () => {
    const keyOf = (row: PulledRow) => (row.label ? `${row.label}/${row.n ?? ''}` : null);
    fc.assert(
      fc.property(anyRows, fc.constantFrom('a/', '甲/3', 'b/1'), (made, key) => {
        const rows = travelled(made) as PulledRow[];
        const block = blockOf(rows);
        const places = (is: (row: PulledRow) => boolean) => rows.flatMap((row, n) => (is(row) ? [n] : []));
        expect([...block.keyedBy(keyOf, key)]).toEqual(places((row) => keyOf(row) === key));
        expect(block.having('tags')).toEqual(places((row) => 'tags' in row));
        expect([...block.endingWith('label', '甲')]).toEqual(places((row) => row.label === '甲'));
        for (const { id } of rows) {
          expect([...block.endingWith('id', id.slice(-10))]).toContain(block.placeOf(id));
        }
      }),
    );
  });

  it('leaves out what no longer counts, and keeps the objects of the others', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ id: `r${n}`, n }));
    const block = blockOf(rows);
    const first = block.row(0);
    const rest = block.without(new Set([1, 3]));
    expect(rest.size).toBe(18);
    expect([rest.placeOf('r1'), rest.placeOf('r2')]).toEqual([-1, 2]);
    expect([...rest].map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id).filter((id) => id !== 'r1' && id !== 'r3'),
    );
    expect(rest.row(0)).toBe(first);
    expect(rest.without(new Set([5])).size).toBe(17);
  });

  it('can be known by another of its fields', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ id: `place${n}`, person: `p${n}`, round: 'R' }));
    const people = blockOf(rows).identifiedBy('person');
    expect(people.row(people.placeOf('p7'))).toEqual({ id: 'p7', round: 'R' });
    expect([people.shared('round'), people.shared('id')]).toEqual(['R', undefined]);
    expect(() => people.identifiedBy('nobody')).toThrow('no column nobody');
  });
});

describe('blocks of rows', () => {
  it('hold what a map holds, whatever comes in which order', () => {
    const id = fc.nat(40).map((n) => `row-${n}`);
    const page = fc.uniqueArray(fc.record({ id, n: fc.nat() }), {
      minLength: 1,
      maxLength: 30,
      selector: (row) => row.id,
    });
    const step = fc.oneof(page, fc.array(id, { maxLength: 10 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const blocks = new RowBlocks();
        const expected = new Map<string, PulledRow>();
        for (const some of steps) {
          const rows = some.filter((one) => typeof one !== 'string');
          if (rows.length > 0) blocks.add(blockOf(rows));
          for (const row of rows) expected.set(row.id, row);
          for (const one of some) {
            if (typeof one === 'string') expect(blocks.delete(one)).toBe(expected.delete(one));
          }
          expect(blocks.size).toBe(expected.size);
        }
        expect(new Map([...blocks.rows()].map((row) => [row.id, row]))).toEqual(expected);
        for (let n = 0; n <= 40; n++) expect(blocks.get(`row-${n}`)).toEqual(expected.get(`row-${n}`));
        const counted = blocks.counting(() => true).reduce((sum, { size }) => sum + size, 0);
        expect(counted).toBe(expected.size);
      }),
    );
  });
});

describe('an index of ends', () => {
  it('names every place whose text is asked for, in order, and none that is not to be found', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.string({ maxLength: 14 }), { nil: null })), (texts) => {
        const index = new TailIndex(texts.length, (place) => texts[place] ?? null);
        for (const wanted of new Set(texts)) {
          if (wanted === null) continue;
          const found: number[] = [];
          for (let at = index.first(wanted); at !== -1; at = index.after(at)) found.push(at);
          expect(found).toEqual([...found].sort((a, b) => a - b));
          expect(found.every((place) => texts[place] !== null)).toBe(true);
          const exact = found.filter((place) => texts[place] === wanted);
          expect(exact).toEqual(texts.flatMap((text, place) => (text === wanted ? [place] : [])));
        }
      }),
    );
  });
});
