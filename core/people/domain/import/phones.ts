import { readPhone } from '../phone-number.ts';
import type { FindingCode } from './findings.ts';
import { isMasked } from './text.ts';

export interface PhoneCell {
  readonly phones: readonly string[];
  readonly code: FindingCode | null;
}

/**
 * One or two numbers of a cell. Blanks and dashes inside a mobile number are taken out and told; the dash of a
 * landline belongs there. What cannot be dialled is left out.
 */
export function readPhones(text: string): PhoneCell {
  const parts = text
    .split(/[/、,，;；\n]|\s{2,}|或/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-' && part !== '无');
  const phones: string[] = [];
  let code: FindingCode | null = null;
  for (const part of parts) {
    if (isMasked(part)) {
      code = 'phoneMasked';
      continue;
    }
    const reading = readPhone(part);
    if (!reading.ok) {
      code =
        reading.why === 'characters' ? 'phoneCharacters' : digits(part) < 11 ? 'phoneShort' : 'phoneLong';
      continue;
    }
    if (reading.phone.startsWith('1') && part !== reading.phone) code ??= 'phoneSpaced';
    if (!phones.includes(reading.phone)) phones.push(reading.phone);
  }
  return { phones, code };
}

const digits = (text: string): number => text.normalize('NFKC').replace(/[^0-9]/g, '').length;
