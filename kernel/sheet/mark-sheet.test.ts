import { describe, expect, it } from 'vitest';
import { markSheet } from './mark-sheet.ts';
import { readSheet } from './read.ts';
import { writeSheet } from './write.ts';

const written = writeSheet({
  sheets: [
    {
      name: '清源小区',
      columns: [{ header: '姓名' }, { header: '证件号码' }, { header: '人数' }],
      rows: [
        ['赵甲子', '310199198809074298', 3],
        ['=1+1', null, null],
      ],
    },
    { name: '空表', columns: [{ header: '姓名' }], rows: [] },
  ],
});

const textsOf = async (bytes: Uint8Array) =>
  (await readSheet(bytes)).sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.cells.map((cell) => cell?.text ?? '')),
  }));

describe('a sheet that says what it is', () => {
  it('says so in the first row of every sheet and loses nothing', async () => {
    const before = await textsOf(written);
    const after = await textsOf(markSheet(written, '练习，不算数'));
    expect(after.map((sheet) => sheet.name)).toEqual(['清源小区', '空表']);
    after.forEach((sheet, i) => {
      expect(sheet.rows[0]?.[0]).toBe('练习，不算数');
      expect(sheet.rows.slice(1)).toEqual(before[i]?.rows);
    });
  });

  it('keeps eighteen digits and lets nothing become a formula', async () => {
    const [sheet] = await textsOf(markSheet(written, '练习'));
    expect(sheet?.rows[2]?.[1]).toBe('310199198809074298');
    expect(sheet?.rows[3]?.[0]).toBe('=1+1');
  });
});
