import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSheet } from '#kernel/sheet/read.ts';
import { findHead, guessColumns } from './columns.ts';
import { outcomeOf } from './outcome-words.ts';
import { readLines } from './read-lines.ts';

const asItIs = (code: string) => code;

describe('a laboratory’s words', () => {
  it.each([
    ['阴性', 'negative'],
    ['阴性(-)', 'negative'],
    ['阴性（－）', 'negative'],
    ['(-)', 'negative'],
    ['-', 'negative'],
    ['Negative', 'negative'],
    ['未检出', 'negative'],
    ['not detected', 'negative'],
    ['阳性', 'positive'],
    ['阳性(+)', 'positive'],
    ['+', 'positive'],
    ['检出', 'positive'],
    ['无效', 'invalid'],
    ['可疑，建议重采', 'invalid'],
    ['阴性，建议重采', 'invalid'],
    ['inconclusive', 'invalid'],
  ])('%s means %s', (word, outcome) => {
    expect(outcomeOf(word)).toBe(outcome);
  });

  it.each(['', '待复核', '非阴性', '弱阳', 'ok', '()x'])('%s has to be asked', (word) => {
    expect(outcomeOf(word)).toBeNull();
  });
});

describe('the columns', () => {
  it('are told by their titles, whatever their order', () => {
    expect(guessColumns(['结果', 'Ct(N)', '采样管条码', '报告时间'])).toEqual({
      outcome: 0,
      notes: [1],
      code: 2,
      time: 3,
    });
    expect(guessColumns(['Barcode', 'Result'])).toEqual({ code: 0, outcome: 1, time: null, notes: [] });
  });

  it('are not invented where none fits', () => {
    expect(guessColumns(['姓名', '电话'])).toBeNull();
    expect(guessColumns(['样本结果'])).toBeNull();
  });

  it('stand below titles', () => {
    const rows = [['某某检验所'], ['2022年4月18日', '', ''], ['管号', '检测结果'], ['A1', '阴性']];
    expect(findHead(rows)).toBe(2);
  });
});

describe('lines', () => {
  const head = ['管号', '结果', 'N Ct', '备注', '时间'];
  const columns = { code: 0, outcome: 1, time: 4, notes: [2, 3] };

  it('carry Ct values and remarks, and the laboratory’s time as China’s', () => {
    const rows = [head, ["\t'310001", ' 阳性 ', '29.4', '需复核', '2022/4/18 9:05']];
    expect(readLines(rows, 0, columns, asItIs)).toEqual([
      {
        row: 2,
        tubeCode: '310001',
        word: '阳性',
        outcome: 'positive',
        note: 'N Ct 29.4，需复核',
        reportedAt: Date.UTC(2022, 3, 18, 1, 5),
      },
    ]);
  });

  it('without a tube or a result are none', () => {
    expect(readLines([head, ['', '阴性'], ['合计', ''], []], 0, columns, asItIs)).toEqual([]);
  });

  it('take what somebody said an unknown word means', () => {
    const rows = [head, ['1', '弱阳']];
    const [asked] = readLines(rows, 0, columns, asItIs);
    expect(asked?.outcome).toBeNull();
    const [told] = readLines(rows, 0, columns, asItIs, new Map([['弱阳', 'positive']]));
    expect(told?.outcome).toBe('positive');
  });
});

describe('the laboratory’s file', () => {
  it('is read whole: GB18030, tabs before codes, every spelling of the result', () => {
    const bytes = readFileSync(new URL('../../../../tests/data/lab-results.csv', import.meta.url));
    const [sheet] = readSheet(bytes).sheets;
    const rows = (sheet?.rows ?? []).map((row) => Array.from(row.cells, (cell) => cell?.text ?? ''));
    const at = findHead(rows);
    const columns = guessColumns(rows[at] ?? []);
    expect(columns).toEqual({ code: 1, outcome: 5, time: 4, notes: [6, 7, 8] });
    const lines = columns ? readLines(rows, at, columns, asItIs) : [];
    expect(lines).toHaveLength(rows.length - 1);
    expect(lines.every((line) => /^\d{17}$/.test(line.tubeCode))).toBe(true);
    const count = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
    expect({
      positive: count('positive'),
      invalid: count('invalid'),
      asked: lines.filter((l) => !l.outcome).length,
    }).toEqual({
      positive: 2,
      invalid: 4,
      asked: 0,
    });
    expect(lines.find((line) => line.outcome === 'positive')?.note).toBe('ORF1ab Ct 29.96，N Ct 29.44');
  });
});
