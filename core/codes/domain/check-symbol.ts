import { symbolOf, symbolValue } from './alphabet.ts';

/**
 * One check symbol out of the same 32, so that nothing unfamiliar has to be typed: a Reed–Solomon parity over GF(32)
 * (x⁵ + x² + 1, root 2). Position i counts 2ⁱ, and these differ for 31 positions; so every wrong symbol, every swap
 * of two symbols, every jump (abc → cba) and every twin (aa → bb) is caught in codes of up to 31 symbols. Proven
 * exhaustively in the test. ISO 7064 MOD 37-2 catches as much but needs I, O and `*`; MOD 37,36 misses some swaps.
 */
export const LONGEST_CHECKED = 31;

const double = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/** Horner's rule over the symbols; undefined when one is none of the alphabet. */
function remainder(symbols: string): number | undefined {
  let sum = 0;
  for (const symbol of symbols) {
    const value = symbolValue(symbol);
    if (value === undefined) return undefined;
    sum = double(sum) ^ value;
  }
  return sum;
}

/** The symbol to write after them. Throws on a character outside the alphabet or too many symbols: a caller's error. */
export function checkSymbol(symbols: string): string {
  const sum = remainder(symbols);
  if (sum === undefined || symbols.length >= LONGEST_CHECKED) {
    throw new RangeError(`no check symbol for ${symbols.length} symbols`);
  }
  return symbolOf(double(sum));
}

/** Whether the last symbol fits those before it. */
export const hasGoodCheck = (code: string): boolean =>
  code.length > 1 && code.length <= LONGEST_CHECKED && remainder(code) === 0;
