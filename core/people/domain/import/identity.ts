import { readResidentCard } from '../resident-card.ts';
import type { FindingCode } from './findings.ts';
import type { ImportCell } from './mapping.ts';
import type { ResidentFields } from './rows.ts';
import { isMasked } from './text.ts';

export interface IdentityReading {
  readonly set: Pick<ResidentFields, 'idKind' | 'idNumber' | 'sex' | 'birthDate'>;
  readonly code: FindingCode | null;
}

/** A spreadsheet keeps 15 significant digits of a number; the last of 18 are gone. */
const EXACT_DIGITS = 15;

/** China's E and older passports, and those of most countries: one to three letters, then digits, 7 to 9 in all. */
const PASSPORT = /^(?=.{7,9}$)[A-Z]{1,3}[0-9]{6,8}$/;
/** Mainland travel permits of Hong Kong and Macau residents. */
const PERMIT = /^[HM][0-9]{8}(?:[0-9]{2})?$/;

const doubt = (code: FindingCode): IdentityReading => ({ set: {}, code });

/**
 * Reads an identity cell. Doubtful ones give no value: a wrong number is worse than none.
 * @param latestYear the year of the import: nobody is born later
 */
export function readIdentity(cell: ImportCell | undefined, latestYear: number): IdentityReading {
  const raw = cell?.text.trim() ?? '';
  if (!cell || raw === '' || raw === '-' || raw === '/' || raw === '无') return doubt('idMissing');
  if (typeof cell.value === 'number' && String(cell.value).length > EXACT_DIGITS) return doubt('idAsNumber');
  if (/^[0-9.]+E\+?[0-9]+$/i.test(raw)) return doubt('idAsNumber');
  if (isMasked(raw)) return doubt('idMasked');
  const number = raw
    .normalize('NFKC')
    .replace(/[\s\-–—']/gu, '')
    .toUpperCase();
  if (PERMIT.test(number)) return { set: { idKind: 'permit', idNumber: number }, code: 'permit' };
  if (PASSPORT.test(number)) return { set: { idKind: 'passport', idNumber: number }, code: 'passport' };
  const card = readResidentCard(number, latestYear);
  if (card.ok) {
    const { birthDate, sex } = card;
    return { set: { idKind: 'resident-card', idNumber: card.number, birthDate, sex }, code: null };
  }
  const codes = {
    length: 'idLength',
    characters: 'idCharacters',
    date: 'idDate',
    checksum: 'idChecksum',
  } as const;
  return doubt(codes[card.why]);
}
