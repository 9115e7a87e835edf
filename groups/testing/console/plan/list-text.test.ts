import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns, linesOf, linesOfSheet, type ReadLine, reckon, without } from './list-text.ts';

const line = (number: number, change: Partial<ReadLine> = {}): ReadLine => ({
  number,
  text: `${number}号`,
  residentIds: [`p${number}`],
  doubt: null,
  ...change,
});

describe('a pasted list', () => {
  it('is split into lines that keep their place', () => {
    expect(linesOf('3号402 王小明\r\n\n  5-101 \n')).toEqual([
      { number: 1, text: '3号402 王小明' },
      { number: 3, text: '5-101' },
    ]);
  });

  it('comes to each person once, and to the lines that nobody could read', () => {
    const doubtful = line(3, { residentIds: [], doubt: 'no-such-place' });
    const several = line(4, { residentIds: ['p1', 'p9'], doubt: 'several' });
    const lines = [line(1), line(2, { residentIds: ['p1', 'p2'] }), doubtful, several];
    const first = reckon(['p0'], lines, new Map());
    expect(first).toEqual({ residentIds: ['p0', 'p1', 'p2'], unread: [doubtful, several], repeats: 1 });
    const chosen = reckon(['p0'], lines, new Map([[4, 'p9']]));
    expect(chosen).toEqual({ residentIds: ['p0', 'p1', 'p2', 'p9'], unread: [doubtful], repeats: 1 });
  });

  it('drops a line only when it is told to', () => {
    const text = 'a\n\nb\nc';
    expect(without(text, [line(3)])).toBe('a\n\nc');
    expect(without(text, [])).toBe(text);
  });

  it('loses nobody: every line is somebody, or is said to be unread', () => {
    const doubts = fc.constantFrom(null, 'several', 'no-such-place', 'nothing-to-read' as const);
    const lines = fc
      .array(fc.tuple(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), doubts))
      .map((rows) =>
        rows.map(([residentIds, doubt], i) => line(i + 1, { residentIds, doubt: doubt as null })),
      );
    fc.assert(
      fc.property(lines, fc.array(fc.constantFrom('a', 'z')), (read, standing) => {
        const { residentIds, unread, repeats } = reckon(standing, read, new Map());
        const sure = read.filter(({ doubt }) => doubt === null);
        expect(sure.length + unread.length).toBe(read.length);
        for (const id of [...standing, ...sure.flatMap((one) => one.residentIds)]) {
          expect(residentIds).toContain(id);
        }
        const named = sure.flatMap((one) => one.residentIds).length;
        expect(new Set(standing).size + named - repeats).toBe(residentIds.length);
      }),
    );
  });
});

describe('a sheet with a list', () => {
  const rows = [
    ['4月17日密接名单'],
    ['序号', '楼栋', '室号', '姓名', '联系电话'],
    ['1', '3号', '402', '王小明', '19900000003'],
    ['', '', '', '', ''],
    ['2', '5号', '101', ' 李芳 ', ''],
  ];

  it('is read by the columns that say who somebody is', () => {
    const { head, columns } = guessColumns(rows.slice(1));
    expect({ head, columns }).toEqual({ head: 0, columns: [1, 2, 3] });
    expect(linesOfSheet(rows.slice(1), head, columns)).toBe('3号 402 王小明\n5号 101 李芳');
  });

  it('without titles is taken whole, for somebody to choose from', () => {
    expect(guessColumns([['王小明', '3-402']])).toEqual({ head: -1, columns: [0, 1] });
    expect(guessColumns([])).toEqual({ head: -1, columns: [] });
  });
});
