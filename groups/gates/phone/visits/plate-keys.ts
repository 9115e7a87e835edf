import { PROVINCES } from '#core/codes/contract.ts';

/** Digits and letters without I and O, which are on no plate. */
export const PLATE_LETTERS = [...'1234567890ABCDEFGHJKLMNPQRSTUVWXYZ'];

/** What may stand last on plates that serve something; offered once the number is nearly there. */
export const PLATE_ENDS = [...'警学挂领港澳'];

/** From how many characters on an end may follow. */
export const ENDS_FROM = 6;

/**
 * First characters for the key pad: those of plates seen here come first, the most frequent one first.
 * @param seen plates known at this gate
 */
export function provinceKeys(seen: Iterable<string>): string[] {
  const all = [...PROVINCES];
  const counts = new Map<string, number>();
  for (const plate of seen) {
    const first = plate.charAt(0);
    if (all.includes(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return all
    .map((key, i) => ({ key, i, count: counts.get(key) ?? 0 }))
    .sort((a, b) => b.count - a.count || a.i - b.i)
    .map(({ key }) => key);
}

/** At most so many are offered at once. */
const OFFERED = 4;

/** Known plates that have what was typed anywhere in them: the last three digits are often all that is called out. */
export function knownPlates(typed: string, known: Iterable<string>): string[] {
  if (typed === '') return [];
  const found = new Set<string>();
  for (const plate of known) {
    if (plate.includes(typed) && plate !== typed) found.add(plate);
    if (found.size === OFFERED) break;
  }
  return [...found];
}
