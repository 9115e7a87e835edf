import { UNIT_WORDS } from './natural-sort.ts';

const UNITS = new RegExp(UNIT_WORDS, 'gu');
/** Numbers with the word of what they count, and whatever stands between. */
const PARTS = new RegExp(`([0-9]+)((?:${UNIT_WORDS})?)|[^0-9\\s\\-–—/#]+`, 'gu');

interface Part {
  readonly text: string;
  readonly isNumber: boolean;
  /** A number that was typed to its end: `2号` is not `20号`. */
  readonly isWhole: boolean;
}

const partsOf = (text: string): Part[] =>
  [...text.normalize('NFKC').toLowerCase().matchAll(PARTS)].map(([word, digits, unit]) => {
    if (digits === undefined) return { text: word.replace(UNITS, ''), isNumber: false, isWhole: false };
    return { text: digits, isNumber: true, isWhole: unit !== '' };
  });

/**
 * Whether somebody who types so may mean this place: `12`, `12号`, `清源12`, `清源小区 12号`, `13甲`. Numbers are begun from the
 * left, as one types: `2` finds `2号` and `20号`, never `12号`.
 *
 * @param name in address order, e.g. `清源小区 12号`
 */
export function isCalled(typed: string, name: string): boolean {
  const known = partsOf(name);
  return partsOf(typed).every((part) => known.some((of) => fits(part, of)));
}

function fits({ text, isNumber, isWhole }: Part, of: Part): boolean {
  if (!isNumber) return of.text.includes(text);
  return isWhole ? of.text === text : of.text.startsWith(text);
}
