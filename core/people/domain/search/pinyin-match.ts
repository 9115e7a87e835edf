/** How well something fits: lower is better; null: not at all. */
export type Rank = number | null;

export const WHOLE = 0;
export const BEGUN = 1;
export const INSIDE = 2;

/** A name's syllables, each with the ways it may be read. */
export type Syllables = readonly (readonly string[])[];

/** `wangxm`, `wxm`, `wxiaoming` from the surname on, or from any later syllable on. */
export function matchPinyin(syllables: Syllables, letters: string): Rank {
  for (let start = 0; start < syllables.length; start++) {
    const end = runsThrough(syllables, start, letters, 0);
    if (end === null) continue;
    if (start > 0) return INSIDE;
    return end === syllables.length ? WHOLE : BEGUN;
  }
  return null;
}

/** The index after the last syllable used, the furthest possible; null when the letters do not run through. */
function runsThrough(syllables: Syllables, index: number, letters: string, at: number): number | null {
  if (at === letters.length) return index;
  const ways = syllables[index];
  if (!ways) return null;
  let furthest: number | null = null;
  for (const way of ways) {
    for (let used = commonLength(way, letters, at); used > 0; used--) {
      const end = runsThrough(syllables, index + 1, letters, at + used);
      if (end !== null && (furthest === null || end > furthest)) furthest = end;
    }
  }
  return furthest;
}

/** `lü` is typed as lv or as lu. */
const sameLetter = (a: string, b: string): boolean =>
  a === b || ((a === 'v' || a === 'u') && (b === 'v' || b === 'u'));

function commonLength(way: string, letters: string, at: number): number {
  let n = 0;
  while (n < way.length && at + n < letters.length && sameLetter(way.charAt(n), letters.charAt(at + n))) n++;
  return n;
}
