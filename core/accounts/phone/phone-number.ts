import { normalPhone } from '../domain/phone.ts';

/** Enough to ask the server; it judges again. Mainland mobiles have eleven digits, others between five and fifteen. */
export function looksLikePhone(typed: string): boolean {
  const digits = normalPhone(typed);
  return digits.startsWith('1') ? digits.length === 11 : digits.length >= 5 && digits.length <= 15;
}
