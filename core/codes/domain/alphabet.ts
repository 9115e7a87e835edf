/**
 * Crockford's base 32 (https://www.crockford.com/base32.html): digits and letters without I, L, O, U. What people
 * type or read out instead of a missing letter is taken for the symbol it looks like.
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const VALUES = new Map<string, number>([...ALPHABET].map((symbol, value) => [symbol, value]));
for (const [look, meant] of [
  ['I', '1'],
  ['L', '1'],
  ['O', '0'],
  ['U', 'V'],
] as const) {
  VALUES.set(look, ALPHABET.indexOf(meant));
}

/** 0–31; undefined for what is no symbol. Expects upper case. */
export const symbolValue = (symbol: string): number | undefined => VALUES.get(symbol);

/** @param value 0–31; higher bits are ignored */
export const symbolOf = (value: number): string => ALPHABET.charAt(value & 31);

/** Look-alikes replaced by their symbols; null when something else than symbols is in it. */
export function toSymbols(text: string): string | null {
  let symbols = '';
  for (const character of text) {
    const value = VALUES.get(character);
    if (value === undefined) return null;
    symbols += symbolOf(value);
  }
  return symbols;
}

/** Most significant bits first; the last symbol is filled with zero bits. */
export function encodeBytes(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += symbolOf(held >>> bits);
    }
  }
  return bits > 0 ? text + symbolOf(held << (5 - bits)) : text;
}

/** Null when a symbol is none, or when the filling bits are not zero (so that a text has one reading only). */
export function decodeBytes(symbols: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((symbols.length * 5) / 8));
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const symbol of symbols) {
    const value = VALUES.get(symbol);
    if (value === undefined) return null;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >>> bits;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}
