/** One spelling for what people write in many: full-width digits, spaces, Chinese numerals, kinds of dashes. */

const DIGITS = '零一二三四五六七八九';
/** Words before which a Chinese numeral counts something; elsewhere it is a name, as in 五一路. */
const NUMERAL = /[零〇一二三四五六七八九十百]+(?=[弄支号幢栋座单门梯室层楼\-甲乙丙丁]|$)/gu;

/** `四零二` → 402, `十二` → 12, `一百零三` → 103 */
export function readNumeral(text: string): string {
  const plain = text.replaceAll('〇', '零');
  if (!/[十百]/u.test(plain)) return [...plain].map((char) => String(DIGITS.indexOf(char))).join('');
  let total = 0;
  let digit: number | null = null;
  for (const char of plain) {
    if (char === '百') {
      total += (digit ?? 1) * 100;
      digit = null;
    } else if (char === '十') {
      total += (digit ?? 1) * 10;
      digit = null;
    } else digit = DIGITS.indexOf(char);
  }
  return String(total + (digit ?? 0));
}

/** Digits half-width, letters capital, no space, numerals as digits, every separator (之 / — ~) a plain `-`. */
export function normalAddress(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,，、。#]+/g, '')
    .replace(/[–—―−_~/\\之]+/g, '-')
    .replace(NUMERAL, readNumeral)
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}
