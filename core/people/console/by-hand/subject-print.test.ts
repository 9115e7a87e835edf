import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrintProof } from '#kernel/print/testing/browser.ts';
import type { SubjectCopy } from '../../contract/by-hand-queries.ts';
import { pagesOf, subjectDocument } from './subject-print.ts';

/** A person's own copy on paper: nothing is cut off, nothing is left out, and it says what it is. */
type Section = SubjectCopy['sections'][number];

const section = (
  title: string,
  rows: string[][],
  columns = ['时间', '经手人', '看了什么', '原因'],
): Section => ({
  title,
  purpose: '用途：每次看号都写明原因，供您和书记监督。应急终止后按规定销毁，并出具销毁证明。',
  columns,
  rows,
});
const looks = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [
    `2022-04-17 08:${String(i % 60).padStart(2, '0')}:00`,
    '王书记',
    '证件号码、电话',
    i % 7 === 0 ? '配药前核对身份，和医保卡上的号码逐位对过，又打电话问了家属' : '通知下楼',
  ]);

const copy: SubjectCopy = {
  name: '王晓红',
  room: '清源小区 3号 501',
  sections: [
    section(
      '登记资料',
      [
        ['姓名', '王晓红', ''],
        ['证件号码', '310199198809074298', '2022-04-17 08:30:00'],
        ['备注', '白天上夜班补觉，敲门轻些；'.repeat(12), ''],
      ],
      ['项目', '内容', '上门核实'],
    ),
    section('住址变动', []),
    section('看过您全号的人', looks(120)),
  ],
};
const forPrint = { area: '清源居民区', now: Date.UTC(2022, 3, 17, 0, 30), language: 'zh-CN' as const };

let proof: PrintProof;
beforeAll(async () => {
  proof = await PrintProof.open();
});
afterAll(() => proof.close());

describe('the pages', () => {
  it('hold every row once and in order, under its title', () => {
    const pages = pagesOf(copy.sections);
    expect(pages.length).toBeGreaterThan(2);
    const printed = pages.flat().filter(({ title }) => title === '看过您全号的人');
    expect(printed.length).toBeGreaterThan(1);
    expect(printed.flatMap(({ rows }) => rows)).toEqual(copy.sections[2]?.rows);
    expect(pages.flat().find(({ title }) => title === '住址变动')?.rows).toEqual([]);
  });

  it('are A4, and no table runs over the foot of any', async () => {
    const document = subjectDocument(copy, forPrint);
    const { pages } = await proof.pdf(document);
    expect(pages).toHaveLength(pagesOf(copy.sections).length);
    expect(await proof.overflows(document, '.sheet')).toEqual([]);
    const { CONCERTO_PICTURES: folder } = process.env;
    if (!folder) return;
    for (const [at, picture] of (await proof.pictures(document, 96)).entries()) {
      await writeFile(join(folder, `subject-${at}.png`), picture);
    }
  });

  it('say whose they are, what for, and that nothing is held where nothing is', () => {
    const document = subjectDocument(copy, forPrint);
    for (const words of [
      '个人资料副本',
      '王晓红，清源小区 3号 501',
      '310199198809074298',
      '没有记录',
      '2022-04-17 08:30',
    ]) {
      expect(document).toContain(words);
    }
    expect(document.match(/签收/g)).toHaveLength(1);
  });

  it('let no value become a tag', () => {
    const sly = { ...copy, sections: [section('登记资料', [['<b>x</b>', '', '', '']])] };
    expect(subjectDocument(sly, forPrint)).not.toContain('<b>x</b>');
  });
});
