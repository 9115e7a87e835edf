/**
 * One text by which places stand in the order people expect: `2号` < `10号`, `13号` < `13号甲` < `14号`,
 * `A座` < `B座`, `底楼东` < `底楼西`. Compare as plain text (in SQL under collation "C").
 */

/** Words that only say what kind of thing a number counts. */
export const UNIT_WORDS = '号楼|号院|单元|门牌|门洞|[号栋幢座室房门弄]';
const UNITS = new RegExp(UNIT_WORDS, 'gu');

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const SIDES = '东南西北中';
const DIGITS = '零一二三四五六七八九';

const pad = (n: string | number, width: number) => String(n).padStart(width, '0');

/** A Chinese number up to ninety-nine, or null: `十二` → 12. */
function chineseNumber(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (!match || text === '') return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && ones ? null : DIGITS.indexOf(tens ?? ones ?? '零');
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** Numbers padded to six, heavenly stems and sides after everything that has none, letters in capitals. */
export function naturalSortKey(label: string): string {
  return label
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[一二三四五六七八九十]+/gu, (text) => String(chineseNumber(text) ?? text))
    .replace(UNITS, '')
    .replace(/\s+/g, '')
    .replace(/[0-9]+/g, (digits) => pad(digits.replace(/^0+(?=.)/, ''), 6))
    .replace(/[甲乙丙丁戊己庚辛壬癸]/gu, (stem) => `~${STEMS.indexOf(stem)}`)
    .replace(/[东南西北中]/gu, (side) => `~${pad(SIDES.indexOf(side), 2)}`);
}

/** Joins the keys of compound, building, entrance and room; a space sorts before all that a key holds. */
export function joinSortKeys(...keys: readonly string[]): string {
  return keys.join(' ');
}
