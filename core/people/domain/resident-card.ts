import type { Sex } from '../contract/rows.ts';

/** Identity numbers of resident cards: GB 11643-1999, 18 characters, the last one by ISO 7064 MOD 11-2. */

export type CardFault = 'length' | 'characters' | 'date' | 'checksum';

export type CardReading =
  | { readonly ok: true; readonly number: string; readonly birthDate: string; readonly sex: Sex }
  | { readonly ok: false; readonly why: CardFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** @param first17 seventeen digits */
export function cardCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS.charAt(sum % 11);
}

/**
 * Reads a number as it is typed: spaces, dashes, full-width digits and a small x are forgiven; a 15-digit number of
 * before 1999 is brought to 18 (GB 11643: year 19yy).
 * @param latestYear years after it are no birth dates, e.g. the year of the clock
 */
export function readResidentCard(typed: string, latestYear: number): CardReading {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\-–—]/g, '')
    .toUpperCase();
  if (!/^[0-9]*X?$/.test(plain)) return { ok: false, why: 'characters' };
  const number = plain.length === 15 ? lengthen(plain) : plain;
  if (number.length !== 18) return { ok: false, why: 'length' };
  const birthDate = birthDateOf(number, latestYear);
  if (birthDate === null) return { ok: false, why: 'date' };
  if (cardCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) return { ok: false, why: 'checksum' };
  return { ok: true, number, birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}

function lengthen(old: string): string {
  if (!/^[0-9]{15}$/.test(old)) return old;
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + cardCheckCharacter(first17);
}

function birthDateOf(number: string, latestYear: number): string | null {
  const year = Number(number.slice(6, 10));
  const month = Number(number.slice(10, 12));
  const day = Number(number.slice(12, 14));
  if (year < 1880 || year > latestYear) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}
