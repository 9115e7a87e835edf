import type { ImportSheet } from './mapping.ts';

/** Words that stand around a compound's name in titles and on sheet tabs. */
const AROUND =
  /(居民|住户|人员|业主)?(信息|基本|基础|情况)?(登记|花名|统计|汇总|台账|排摸|底册|名)*(表|册|单|台账|名单|花名册|底册)|[（(].*?[）)]|\d{4}年?.*$|更新.*$|居民|住户/gu;

/** A tab that only says that it is a sheet. */
const NO_NAME = /^(sheet|工作表|表)?\s*\d*$/iu;

const cleaned = (text: string): string =>
  text.normalize('NFKC').replace(AROUND, '').replace(/\s+/g, '').trim();

/** The compound a sheet is named after, or empty. */
export function compoundOfSheet(name: string): string {
  const text = cleaned(name);
  return NO_NAME.test(text) || !/\p{Script=Han}/u.test(text) ? '' : text;
}

/** The compound named in the titles above the header, or empty. */
export function compoundFromTitle(sheet: ImportSheet, headerRow: number): string {
  for (const row of sheet.rows.slice(0, Math.max(0, headerRow - 1))) {
    const title = row.cells.find((cell) => cell !== undefined)?.text ?? '';
    const text = cleaned(title);
    if (/^[\p{Script=Han}A-Z0-9]{2,20}$/u.test(text) && !/填表|注意|制表|日期/u.test(title)) return text;
  }
  return '';
}
