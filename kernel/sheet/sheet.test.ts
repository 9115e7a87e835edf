import { readFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAddress, parseAddress } from './address.ts';
import { DEFAULT_LIMITS } from './model.ts';
import { readSheet } from './read.ts';
import { readSheetAside } from './read-aside.ts';
import { writeCsv, writeSheet } from './write.ts';

const register = readFileSync(new URL('../../tests/data/register.xlsx', import.meta.url));
const texts = (bytes: Uint8Array) =>
  readSheet(bytes).sheets.map((sheet) => sheet.rows.map((row) => row.cells.map((cell) => cell?.text ?? '')));

function old(rows: unknown[][], bookType: XLSX.BookType = 'biff8'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), '表');
  const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType });
  return bytes;
}

describe('reading a workbook', () => {
  it('keeps rows, merged titles and the type of each cell of a real register', () => {
    const book = readSheet(register);
    expect(book.format).toBe('xlsx');
    expect(book.sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
      ['清源小区', 2226],
      ['海棠大厦', 901],
      ['东园路小区', 443],
    ]);
    const sheet = book.sheets[0];
    expect(sheet?.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 8 }]);
    expect(sheet?.rows[17]?.cells[5]).toEqual({ value: 310199201610122100, text: '310199201610122100' });
    expect(sheet?.rows[2]?.cells[5]).toEqual({ value: '310199198809074298', text: '310199198809074298' });
    expect(sheet?.rows[375]).toEqual({ number: 376, cells: [] });
  });

  it('reads .xls by its content', () => {
    const book = readSheet(
      old([
        ['姓名', '电话'],
        ['王芳', 19900000001],
      ]),
    );
    expect(book.format).toBe('xls');
    expect(book.sheets[0]?.rows[1]?.cells).toEqual([
      { value: '王芳', text: '王芳' },
      { value: 19900000001, text: '19900000001' },
    ]);
  });

  it('takes the value stored beside a formula, names one without, and evaluates none', () => {
    const book = XLSX.utils.book_new();
    const worksheet = XLSX.utils.aoa_to_sheet([['户数'], [3]]);
    worksheet.A3 = { t: 'n', f: 'A2*2', v: 6 };
    worksheet.A4 = { t: 'n', f: 'A2*3' };
    worksheet['!ref'] = 'A1:A4';
    XLSX.utils.book_append_sheet(book, worksheet, '表');
    const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
    expect(
      readSheet(bytes)
        .sheets[0]?.rows.slice(2)
        .map((row) => row.cells[0]),
    ).toEqual([
      { value: 6, text: '6', formula: 'with-value' },
      { value: '', text: '', formula: 'without-value' },
    ]);
  });

  it('gives dates as ISO text', () => {
    const bytes = old([['生日'], [new Date(Date.UTC(1950, 2, 9))]], 'xlsx');
    expect(readSheet(bytes).sheets[0]?.rows[1]?.cells[0]?.value).toBe('1950-03-09');
  });

  it('gives the same from a thread of its own', async () => {
    expect(await readSheetAside(register)).toEqual(readSheet(register));
    await expect(readSheetAside(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({
      problem: { code: 'sheet.not-a-sheet', details: { looksLike: 'pdf' } },
    });
  });

  it('stops a thread that takes too long', async () => {
    await expect(readSheetAside(register, { ...DEFAULT_LIMITS, timeMs: 1 })).rejects.toMatchObject({
      problem: { code: 'sheet.too-slow' },
    });
  });
});

describe('reading text', () => {
  it('tells UTF-8, UTF-8 with a mark, UTF-16 and GB18030 apart', () => {
    const text = '管号,单位\r\n31092022041800001,清源㛃\r\n';
    const expected = [
      [
        ['管号', '单位'],
        ['31092022041800001', '清源㛃'],
      ],
    ];
    expect(texts(Buffer.from(text))).toEqual(expected);
    expect(texts(Buffer.from(`\ufeff${text}`))).toEqual(expected);
    expect(texts(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
    const lab = readFileSync(new URL('../../tests/data/lab-results.csv', import.meta.url));
    expect(texts(lab)[0]?.[1]?.slice(0, 4)).toEqual([
      '1',
      '31092022041800001',
      '清源小区2号点',
      '清源居民区',
    ]);
  });

  it('keeps quotes, breaks inside quotes, empty last cells and either separator', () => {
    expect(texts(Buffer.from('a;b;c\n"x ""y""";"1\n2";\n'))).toEqual([
      [
        ['a', 'b', 'c'],
        ['x "y"', '1\n2', ''],
      ],
    ]);
    expect(texts(Buffer.from('a\tb\n1\t\n'))).toEqual([
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ]);
  });

  it('takes the tab or ="…" off that keeps codes from being rounded', () => {
    expect(texts(Buffer.from('码\n"\t310199198809074298"\n="00123"\n'))).toEqual([
      [['码'], ['310199198809074298'], ['00123']],
    ]);
  });
});

describe('writing', () => {
  it('is read back cell by cell, whatever the texts are', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((text) => /^[^\p{C}\s]+$/u.test(text)),
      fc.integer(),
      fc.constant('=1+1'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const bytes = writeSheet({
          sheets: [{ name: '表', columns: [{ header: '甲' }, { header: '乙' }], rows }],
        });
        const read = readSheet(bytes)
          .sheets[0]?.rows.slice(1)
          .map((row) => row.cells.map((c) => c?.value));
        expect(read).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('gives each sheet a name a spreadsheet accepts', () => {
    const columns = [{ header: 'a' }];
    const sheets = ['3/5号楼', '3/5号楼', '长'.repeat(40)].map((name) => ({ name, columns, rows: [['x']] }));
    const names = readSheet(writeSheet({ sheets })).sheets.map((sheet) => sheet.name);
    expect(names).toEqual(['3 5号楼', '3 5号楼 (2)', '长'.repeat(31)]);
  });

  it('leaves nothing in a CSV that a spreadsheet would run or round', () => {
    const rows = [['=cmd|"/c calc"!A1', '@x', '-1', '310199198809074298', '王,芳']];
    const text = writeCsv({ columns: [{ header: 'a' }], rows }).toString();
    expect(text).toBe(`\ufeffa\r\n"'=cmd|""/c calc""!A1",'@x,'-1,"\t310199198809074298","王,芳"\r\n`);
    expect(texts(Buffer.from(text))[0]?.[1]?.[3]).toBe('310199198809074298');
  });
});

it('names cells as a sheet does', () => {
  expect([cellAddress(0, 1), cellAddress(25, 9), cellAddress(26, 10), cellAddress(702, 3)]).toEqual([
    'A1',
    'Z9',
    'AA10',
    'AAA3',
  ]);
  fc.assert(
    fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(parseAddress(cellAddress(column, row))).toEqual({ column, row });
    }),
  );
  expect(parseAddress('12C')).toBeNull();
});
