export type PhoneFault = 'length' | 'characters';

export type PhoneReading =
  | { readonly ok: true; readonly phone: string }
  | { readonly ok: false; readonly why: PhoneFault };

/**
 * Reads a phone number as people write it: `199 0000-2186`, `+86 19900002186`, `021-55553564`, full-width digits.
 * Gives digits only: 11 of a mobile, or area code and number of a landline (7–8 digits without a code).
 */
export function readPhone(typed: string): PhoneReading {
  const plain = typed.normalize('NFKC').replace(/[\s\-–—().]/g, '');
  const digits = plain.replace(/^(\+|00)86/, '');
  if (!/^[0-9]+$/.test(digits)) return { ok: false, why: 'characters' };
  const mobile = digits.startsWith('1') && digits.length === 11;
  const landline = digits.startsWith('0')
    ? digits.length >= 10 && digits.length <= 12
    : digits.length === 7 || digits.length === 8;
  if (mobile || (landline && !digits.startsWith('1'))) return { ok: true, phone: digits };
  return { ok: false, why: 'length' };
}
