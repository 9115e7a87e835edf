/**
 * What a typed text may mean. People type as they speak: `3-402`, `3号402`, `3 402`, `a1201`, `13甲101`, `wxm`,
 * `ouyang`, `王小明`, `王 3号`, `0003` (the end of a phone number).
 */

/** One reading of the text: everything in it must fit a person. */
export interface Reading {
  /** Chinese words: of a name, or of a compound. */
  readonly words: readonly string[];
  /** Letters: pinyin in full, begun, or initials. */
  readonly letters: readonly string[];
  /** Parts of an address from building to room; a part may run over several labels (`3402`). */
  readonly address: readonly string[];
  /** The address was typed as four digits only: they may be the end of a phone number. */
  readonly phoneEnd: string | null;
}

const NOTHING: Reading = { words: [], letters: [], address: [], phoneEnd: null };

/** Words that only say what a number counts; between numbers they separate. */
const UNIT_WORDS = /号楼|号院|支弄|单元|门牌|门洞|[号栋幢楼座室房门弄]/gu;
const SEPARATORS = /[\s\-–—_/.,，、#＃]+/gu;

/** `13号甲` and `13甲号` are one label; other unit words fall away. */
export function addressParts(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/号(?=[甲乙丙丁戊己庚辛壬癸])/gu, '')
    .replace(UNIT_WORDS, ' ')
    .replace(SEPARATORS, ' ')
    .trim()
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.replace(/^0+(?=[0-9])/, ''));
}

/** Up to so many letters may also be the label of a building. */
const LABEL_LETTERS = 2;

/** All readings worth trying, none for an empty text. */
export function readQuery(text: string): Reading[] {
  const chunks = text.normalize('NFKC').toLowerCase().trim().split(/\s+/u).filter(Boolean);
  let readings: Reading[] = chunks.length > 0 ? [NOTHING] : [];
  for (const chunk of chunks.slice(0, 6)) {
    const meanings = meaningsOf(chunk);
    readings = readings.flatMap((reading) => meanings.map((meaning) => join(reading, meaning)));
  }
  return readings;
}

const join = (a: Reading, b: Reading): Reading => ({
  words: [...a.words, ...b.words],
  letters: [...a.letters, ...b.letters],
  address: [...a.address, ...b.address],
  // Four digits beside another part of an address are no phone.
  phoneEnd: a.address.length === 0 ? b.phoneEnd : b.address.length === 0 ? a.phoneEnd : null,
});

const reading = (part: Partial<Reading>): Reading => ({ ...NOTHING, ...part });

function meaningsOf(chunk: string): Reading[] {
  if (/^[a-zü'v]+$/u.test(chunk)) {
    const letters = reading({ letters: [chunk.replace(/ü/g, 'v').replace(/'/g, '')] });
    return chunk.length <= LABEL_LETTERS ? [letters, reading({ address: [chunk] })] : [letters];
  }
  const numbered = /^([^\p{N}甲乙丙丁戊己庚辛壬癸]*?)((?:[a-z]+(?:座|栋|楼)?)?[-–—]?\p{N}.*)$/u.exec(chunk);
  if (numbered) return numberedMeanings(numbered[1] ?? '', numbered[2] ?? '');
  const isSeat = /^[a-z]{1,2}(座|栋|楼)$/u.test(chunk);
  return isSeat ? [reading({ address: addressParts(chunk) })] : [reading({ words: [chunk] })];
}

/** `海棠a1201`: a word before the address; `wang402`: letters that are a name, or the label of a building. */
function numberedMeanings(before: string, rest: string): Reading[] {
  const words = before === '' ? [] : [before];
  const phoneEnd = /^[0-9]{4}$/.test(rest) ? rest : null;
  const whole = reading({ words, address: addressParts(rest), phoneEnd });
  const named = /^([a-z]+)(.+)$/u.exec(rest);
  if (!named?.[1] || !named[2] || named[1].length < 2) return [whole];
  return [whole, reading({ words, letters: [named[1]], address: addressParts(named[2]) })];
}
