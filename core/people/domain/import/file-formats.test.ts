import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readSheet } from '#kernel/sheet/read.ts';
import { writeCsv } from '#kernel/sheet/write.ts';
import { IMPORT_YEAR, identityNumber, mobile, recogniseFresh } from '../../testing/import-sheets.ts';
import { parseRegister } from './parse-register.ts';

const header = ['楼号', '室号', '姓名', '身份证号', '联系电话', '备注'];
const rows = [
  [1, '101', '王芳', identityNumber(1), mobile(1), '独居老人'],
  [null, null, '李明', identityNumber(2), mobile(2), null],
  [2, '302', '陈宝', identityNumber(3), null, '外地未回'],
];

/** GB18030 of every two-byte character, by decoding them all: Node decodes that encoding but does not write it. */
const gb = new Map<string, Buffer>();
for (let high = 0x81; high <= 0xfe; high++) {
  for (let low = 0x40; low <= 0xfe; low++) {
    const bytes = Buffer.from([high, low]);
    const text = new TextDecoder('gb18030').decode(bytes);
    if ([...text].length === 1) gb.set(text, bytes);
  }
}
const toGb18030 = (text: string): Buffer =>
  Buffer.concat(
    [...text].map((char) =>
      char.charCodeAt(0) < 128 ? Buffer.from(char) : (gb.get(char) ?? Buffer.from('?')),
    ),
  );

function workbook(bookType: XLSX.BookType): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([header, ...rows]), '清源小区');
  const bytes: Buffer = XLSX.write(book, { type: 'buffer', bookType });
  return bytes;
}

const csv = writeCsv({
  columns: header.map((text) => ({ header: text })),
  rows: rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
});

const files: Readonly<Record<string, Buffer>> = {
  'an .xlsx': workbook('xlsx'),
  'an .xls': workbook('biff8'),
  'a .csv in UTF-8 with a mark': csv,
  'a .csv in UTF-8 without one': csv.subarray(3),
  'a .csv in GB18030': toGb18030(csv.subarray(3).toString()),
  'tab separated text in UTF-16': Buffer.from(
    `\ufeff${[header, ...rows].map((row) => row.map((value) => value ?? '').join('\t')).join('\r\n')}`,
    'utf16le',
  ),
};

describe('the same register as', () => {
  it.each(Object.entries(files))('%s', (_name, bytes) => {
    const sheets = readSheet(bytes).sheets.map((sheet) => ({ ...sheet, name: sheet.name || '清源小区' }));
    const register = parseRegister(sheets, recogniseFresh(sheets), IMPORT_YEAR);
    expect(
      register.persons.map(({ place, set }) => [
        place.compound,
        place.building,
        place.room,
        set.name,
        set.idNumber,
      ]),
    ).toEqual([
      ['清源小区', '1号楼', '101', '王芳', identityNumber(1)],
      ['清源小区', '1号楼', '101', '李明', identityNumber(2)],
      ['清源小区', '2号楼', '302', '陈宝', identityNumber(3)],
    ]);
    expect(register.persons.map(({ set }) => set.away)).toEqual([undefined, undefined, true]);
    expect(register.findings).toEqual([]);
  });
});
