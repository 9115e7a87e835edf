/**
 * A citizen's identity number as a card reader types it: 6 digits of region, 8 of birth date, 3 of order, a check
 * symbol by ISO 7064 MOD 11-2 (GB 11643-1999). The check catches every single error and every swap.
 */
const SHAPE = /^\d{17}[\dX]$/;
const CHECKS = '10X98765432';

/** Eighteen symbols in the right shape; whether they fit together is another question. */
export const looksLikeIdCard = (text: string): boolean => SHAPE.test(text);

/** Whether the check symbol fits and the birth date is one. Expects upper case. */
export function isIdCardNumber(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(text[i]) * (2 ** (17 - i) % 11);
  return CHECKS[sum % 11] === text[17] && isDate(text.slice(6, 14));
}

function isDate(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
