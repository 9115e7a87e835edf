import { type Problem, problem } from '#kernel/problem/problem.ts';
import { codesProblems } from './problems.ts';

/**
 * Number plates of motor vehicles: GA 36-2018 with its amendment 1 (letters of new-energy plates), and the services'
 * own that come to a gate. Letters I and O are in none of them.
 */
export const PLATE_KINDS = [
  'ordinary',
  'new-energy',
  'police',
  'learner',
  'trailer',
  'emergency',
  'consulate',
  'embassy',
  'hong-kong',
  'macau',
  'aviation',
  'armed-police',
  'military',
] as const;
export type PlateKind = (typeof PLATE_KINDS)[number];

export interface Plate {
  /** As it is kept and compared: upper case, no dot, e.g. `沪AD12345`. */
  readonly text: string;
  readonly kind: PlateKind;
}

/** First characters, in the order of the key pad: the area's neighbours first is the screen's business. */
export const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
/** Last or first characters of plates that serve something. */
export const PLATE_WORDS = '警学挂港澳领使应急民航';

const P = `[${PROVINCES}]`;
const L = '[A-HJ-NP-Z]';
const S = '[0-9A-HJ-NP-Z]';

/** Tried in this order; the first that fits is it. */
const FORMS: readonly (readonly [PlateKind, RegExp])[] = [
  ['hong-kong', new RegExp(`^粤Z${S}{4}港$`)],
  ['macau', new RegExp(`^粤Z${S}{4}澳$`)],
  // Small vehicles say it with the letter before the number, large ones with the letter behind it.
  ['new-energy', new RegExp(`^${P}${L}[A-HJK]${S}\\d{4}$`)],
  ['new-energy', new RegExp(`^${P}${L}\\d{5}[A-HJK]$`)],
  ['police', new RegExp(`^${P}${L}${S}{4}警$`)],
  ['learner', new RegExp(`^${P}${L}${S}{4}学$`)],
  ['trailer', new RegExp(`^${P}${L}${S}{4}挂$`)],
  ['emergency', new RegExp(`^${P}${L}${S}{4}应急$`)],
  ['consulate', new RegExp(`^${P}${L}\\d{4}领$`)],
  ['embassy', /^(使\d{6}|\d{6}使)$/],
  ['aviation', new RegExp(`^民航${S}{5}$`)],
  ['armed-police', new RegExp(`^WJ${P}?\\d{4,5}${S}$`)],
  ['military', /^[VZKHEBSLJNGC][A-HJ-NP-Y]\d{5}$/],
  // With at least one digit, or any five letters after a province would do.
  ['ordinary', new RegExp(`^${P}${L}(?=.*\\d)${S}{5}$`)],
];

/** Written the old way, as a hand or another input method gives them. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  滬: '沪',
  粵: '粤',
  蘇: '苏',
  魯: '鲁',
  遼: '辽',
  陝: '陕',
  贛: '赣',
  瓊: '琼',
  貴: '贵',
  閩: '闽',
  雲: '云',
  寧: '宁',
  學: '学',
  掛: '挂',
  領: '领',
  應: '应',
};

/** A plate is no longer than this; new-energy ones have eight. */
const LONGEST = 8;
const SHORTEST = 7;

/** Full-width and lower case, spaces, dots and dashes as cameras, keyboards and people write them, made plain. */
export const cleanPlate = (text: string): string =>
  [...text.slice(0, 64).normalize('NFKC').toUpperCase()]
    .filter((character) => !/[\s\p{P}\p{S}\p{Cc}\p{Cf}]/u.test(character))
    .map((character) => SIMPLIFIED[character] ?? character)
    .join('');

/** Problems say which character, at which place from 1, and what it may have been. */
export function readPlate(text: string): Plate | Problem {
  const plate = cleanPlate(text);
  const kind = FORMS.find(([, form]) => form.test(plate))?.[0];
  return kind ? { text: plate, kind } : whyNot(plate);
}

function whyNot(plate: string): Problem {
  const characters = [...plate];
  if (characters.length === 0) return problem(codesProblems['plate-empty']);
  for (const [i, character] of characters.entries()) {
    const at = i + 1;
    if (character === 'I' || character === 'O') {
      return problem(codesProblems['plate-letter'], {
        letter: character,
        digit: character === 'I' ? '1' : '0',
        at,
      });
    }
    if (!/[0-9A-Z]/.test(character) && !`${PROVINCES}${PLATE_WORDS}`.includes(character)) {
      return problem(codesProblems['plate-character'], { character, at });
    }
  }
  const first = characters[0] ?? '';
  if (/\d/.test(first)) return problem(codesProblems['plate-province']);
  if (characters.length < SHORTEST || characters.length > LONGEST + 1) {
    return problem(codesProblems['plate-length'], {
      length: characters.length,
      shortest: SHORTEST,
      longest: LONGEST,
    });
  }
  return problem(codesProblems['plate-unlike']);
}

/** For the eye: a dot behind the issuing letter, where there is one. */
export const formatPlate = (plate: string): string =>
  new RegExp(`^${P}${L}`).test(plate) ? `${plate.slice(0, 2)}·${plate.slice(2)}` : plate;
