/** Shortest and longest PIN; people type digits, a careful secretary a sentence. */
export const PIN_LENGTH = { min: 6, max: 64 } as const;

/**
 * Whether a stranger would try this PIN first: too short, one digit over and over, a run up or down, a short block
 * repeated, or a piece of the person's own phone number.
 * @param phone digits only
 */
export function isWeakPin(pin: string, phone: string): boolean {
  if (pin.length < PIN_LENGTH.min || pin.length > PIN_LENGTH.max) return true;
  if (/^(.{1,3})\1+$/.test(pin)) return true;
  if (!/^\d+$/.test(pin)) return false;
  return isRun(pin) || phone.includes(pin);
}

function isRun(digits: string): boolean {
  const step = Number(digits[1]) - Number(digits[0]);
  if (Math.abs(step) !== 1) return false;
  for (let i = 1; i < digits.length; i++) {
    if (Number(digits[i]) - Number(digits[i - 1]) !== step) return false;
  }
  return true;
}
