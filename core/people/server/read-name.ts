import { pinyin } from 'pinyin-pro';

export interface NameReading {
  /** Syllables by a space, two readings of one by a slash: `ou yang ping xi`, `qin/tan xue`; ü as v. */
  readonly pinyin: string;
  /** First letters of the first readings: `oypx`. */
  readonly initials: string;
}

const KEPT = 20_000;
const known = new Map<string, NameReading>();

/** How a name is read. Given names repeat, so readings are kept. Surnames are read as surnames: 单 is shan, 查 is zha. */
export function readName(name: string): NameReading {
  const kept = known.get(name);
  if (kept) return kept;
  if (known.size >= KEPT) known.clear();
  const reading = read(name);
  known.set(name, reading);
  return reading;
}

function read(name: string): NameReading {
  const words = name.normalize('NFKC').match(/\p{Script=Han}+|[\p{Script=Latin}']+/gu) ?? [];
  const syllables = words.flatMap((word, i) =>
    /\p{Script=Han}/u.test(word) ? chinese(word, i === 0) : latin(word),
  );
  return { pinyin: syllables.join(' '), initials: syllables.map((s) => s.charAt(0)).join('') };
}

const latin = (word: string): string[] => {
  const letters = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  return letters === '' ? [] : [letters];
};

const options = { type: 'array', toneType: 'none', v: true } as const;

/**
 * The surname as a surname first; then the other ways its character is read, because not everybody knows that 单 is
 * shan, and some 覃 are tan.
 */
function chinese(word: string, isFirst: boolean): string[] {
  const syllables = pinyin(word, { ...options, surname: isFirst ? 'head' : 'off' });
  const [first, ...others] = syllables;
  const named = first && isFirst ? [waysOf(first, word), ...others] : syllables;
  return named.filter((syllable) => /^[a-z/]+$/.test(syllable));
}

function waysOf(first: string, word: string): string {
  const [character = ''] = word;
  return [...new Set([first, ...pinyin(character, { ...options, multiple: true })])].slice(0, 3).join('/');
}
