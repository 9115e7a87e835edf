import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, compareValues, filterRows } from './table-columns.tsx';

interface Row {
  readonly building: string;
  readonly state: string;
  readonly people: number;
}

const rows: Row[] = [
  { building: '3号楼', state: '封控', people: 41 },
  { building: '12号楼', state: '管控', people: 88 },
  { building: 'A座', state: '封控', people: 120 },
];

const columns: Column<Row>[] = [
  { key: 'building', title: '楼栋', value: (row) => row.building },
  { key: 'state', title: '状态', value: (row) => row.state, filter: true },
  { key: 'people', title: '人数', value: (row) => row.people },
];

const named = (found: readonly Row[]) => found.map((row) => row.building);

describe('the filter of a table', () => {
  test('wants every word, anywhere in the row, whatever the case', () => {
    expect(named(filterRows(rows, columns, '封控 a座', {}))).toEqual(['A座']);
    expect(named(filterRows(rows, columns, '88', {}))).toEqual(['12号楼']);
    expect(filterRows(rows, columns, '封控 88', {})).toEqual([]);
  });

  test('narrows by the values chosen in a column', () => {
    expect(named(filterRows(rows, columns, '', { state: ['封控'] }))).toEqual(['3号楼', 'A座']);
    expect(named(filterRows(rows, columns, '3', { state: ['封控'] }))).toEqual(['3号楼']);
  });

  test('a word never reaches over two cells', () => {
    expect(filterRows(rows, columns, '楼封', {})).toEqual([]);
  });

  test('an empty choice lets all rows through, the very same list', () => {
    expect(filterRows(rows, columns, '  ', { state: [] })).toBe(rows);
  });
});

describe('the order of a column', () => {
  test('counts numbers inside names', () => {
    expect(['12号楼', '3号楼', '101号楼'].sort(compareValues)).toEqual(['3号楼', '12号楼', '101号楼']);
  });

  test('puts what is missing first', () => {
    expect([5, null, -2].sort(compareValues)).toEqual([null, -2, 5]);
  });

  test('is an order: turned around, it is turned around', () => {
    const value = fc.option(fc.oneof(fc.integer(), fc.string()));
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(compareValues(a, b)) + Math.sign(compareValues(b, a))).toBe(0);
      }),
    );
  });
});
