import type { LineDoubt } from '#core/people/contract.ts';

/** A line of a pasted list as the server read it. */
export interface ReadLine {
  /** Of the text, from 1. */
  readonly number: number;
  readonly text: string;
  /** With the doubt `several`: whom it could mean. */
  readonly residentIds: readonly string[];
  readonly doubt: LineDoubt | null;
}

/** What the form holds of a list. `pending`: text that is not read yet, or lines that nobody has settled. */
export interface PeopleList {
  readonly residentIds: readonly string[];
  readonly pending: boolean;
}

/** Lines with anything in them, each with its place in the text. */
export const linesOf = (text: string): readonly { readonly number: number; readonly text: string }[] =>
  text
    .split(/\r?\n/u)
    .map((line, i) => ({ number: i + 1, text: line.trim() }))
    .filter((line) => line.text !== '');

export interface Reckoned {
  /** Each person once, those that stood on the list before as well. */
  readonly residentIds: readonly string[];
  readonly unread: readonly ReadLine[];
  /** People whom two lines named, or a line and the list before. */
  readonly repeats: number;
}

/**
 * What the lines come to. A line that fits several people counts once somebody has said which.
 * @param choices line number → the person meant
 */
export function reckon(
  standing: readonly string[],
  lines: readonly ReadLine[],
  choices: ReadonlyMap<number, string>,
): Reckoned {
  const ids = new Set(standing);
  const unread: ReadLine[] = [];
  let repeats = 0;
  for (const line of lines) {
    const choice = choices.get(line.number);
    if (line.doubt !== null && choice === undefined) {
      unread.push(line);
      continue;
    }
    for (const id of choice === undefined ? line.residentIds : [choice]) {
      if (ids.has(id)) repeats += 1;
      ids.add(id);
    }
  }
  return { residentIds: [...ids], unread, repeats };
}

/** The text without those lines. */
export function without(text: string, lines: readonly ReadLine[]): string {
  const out = new Set(lines.map((line) => line.number));
  return text
    .split(/\r?\n/u)
    .filter((_, i) => !out.has(i + 1))
    .join('\n');
}

const TELLING =
  /姓名|名字|住址|地址|小区|楼|号|单元|室|房|身份证|证件|name|address|building|room|entrance|id/iu;
/** Columns that say something else, however they are called. */
const OTHER = /序号|编号|电话|手机|备注|日期|时间|账号|phone|mobile|remark|date/iu;

/** The row that names the columns, and which of them say who somebody is. */
export function guessColumns(rows: readonly (readonly string[])[]): {
  readonly head: number;
  readonly columns: readonly number[];
} {
  const tells = (title: string) => TELLING.test(title) && !OTHER.test(title);
  const head = rows.slice(0, 10).findIndex((row) => row.filter(tells).length > 0 && row.length > 0);
  if (head < 0) return { head: -1, columns: (rows[0] ?? []).map((_, i) => i) };
  const titles = rows[head] ?? [];
  return { head, columns: titles.flatMap((title, i) => (tells(title) ? [i] : [])) };
}

/** Rows below the head as lines of a list. */
export const linesOfSheet = (
  rows: readonly (readonly string[])[],
  head: number,
  columns: readonly number[],
): string =>
  rows
    .slice(head + 1)
    .map((row) =>
      columns
        .map((column) => (row[column] ?? '').trim())
        .filter((cell) => cell !== '')
        .join(' '),
    )
    .filter((line) => line !== '')
    .join('\n');
