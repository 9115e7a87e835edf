import type { LabOutcome } from '../../contract/rows.ts';

/** Negations first: 非阴性 is no negative. What is left open is asked of whoever imports. */
const WORDS: readonly (readonly [RegExp, LabOutcome])[] = [
  [/无效|可疑|重采|重检|失败|灰区|invalid|inconclusive|indeterminate|repeat/i, 'invalid'],
  [/(未检出|不含|not\s*detected|undetected)/i, 'negative'],
  [/^(阴|阴性|neg|negative|n|-|－|—)?\s*[（(]?\s*[-－—]?\s*[)）]?$/i, 'negative'],
  [/^(阳|阳性|pos|positive|p|\+|＋)?\s*[（(]?\s*[+＋]?\s*[)）]?$/i, 'positive'],
  [/^检出$|^detected$/i, 'positive'],
];

/** What a laboratory's word means: `阴性`, `阴性(-)`, `(+)`, `未检出`, `Negative`. Null when it has to be asked. */
export function outcomeOf(text: string): LabOutcome | null {
  const word = text.trim();
  if (word === '') return null;
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
