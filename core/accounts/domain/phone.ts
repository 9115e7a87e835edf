/** One writing of a phone for look-up: digits only, mainland numbers without their country code. */
export function normalPhone(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  return /^86(1\d{10})$/.exec(digits)?.[1] ?? digits;
}

/** `13812345678` → `138****5678`; of a shorter number only the last two digits stay. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return `****${phone.slice(-2)}`;
}
