import { addressParts } from '../search/query.ts';

/** What stands in one line of a list: a person's own marks, an address from building to room, words. */
export interface LineParts {
  /** Ids of the register, as exported sheets carry them. */
  readonly ids: readonly string[];
  readonly idNumbers: readonly string[];
  readonly compound: string | null;
  /** As `addressParts` gives them. */
  readonly address: readonly string[];
  /** Names, also masked ones, and whatever else is written. */
  readonly words: readonly string[];
}

/** `1. ` or `1、` of a chat sign-up, before the line itself. */
const ORDINAL = /^[0-9]{1,4}(?:[.)]\s+|、\s*)/u;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID_NUMBER = /^(?:[0-9]{15}|[0-9]{17}[0-9x])$/;
const PHONE = /^1[0-9]{10}$/;
const UNIT = /^(?:号楼|号院|支弄|单元|[号栋幢楼座室])/u;
/** Before the first figure of an address, with the letter of a building: `海棠a12`. */
const BEFORE = /^(\p{Script=Han}*)(.*)$/u;
/** From behind the last figure on. */
const BEHIND = /^(.*\p{N}[甲乙丙丁]?)(.*)$/u;

/** @param compounds names of the area's compounds; one of them in the line is the compound and no word */
export function takeApart(line: string, compounds: readonly string[]): LineParts {
  let text = line.normalize('NFKC').toLowerCase().trim().replace(ORDINAL, '');
  const compound = longestIn(text, compounds);
  if (compound !== null) text = text.replace(compound.toLowerCase(), ' ');
  const ids: string[] = [];
  const idNumbers: string[] = [];
  const address: string[] = [];
  const words: string[] = [];
  for (const token of text.split(/[\s,;|、]+/u).filter(Boolean)) {
    if (UUID.test(token)) ids.push(token);
    else if (ID_NUMBER.test(token)) idNumbers.push(token.toUpperCase());
    else if (PHONE.test(token)) continue;
    else if (/\p{N}/u.test(token)) readNumbered(token, address, words);
    else if (/^[a-z]{1,2}[座栋楼]$/u.test(token)) address.push(...addressParts(token));
    else words.push(token);
  }
  return { ids, idNumbers, compound, address, words: joinLatin(words) };
}

const longestIn = (text: string, compounds: readonly string[]): string | null =>
  compounds
    .filter((name) => text.includes(name.toLowerCase()))
    .reduce<string | null>((best, name) => (best !== null && best.length >= name.length ? best : name), null);

/** `村3号402室王小明`: a word, an address and a name in one piece. */
function readNumbered(token: string, address: string[], words: string[]): void {
  const [, before = '', rest = ''] = BEFORE.exec(token) ?? [];
  const [, place = '', behind = ''] = BEHIND.exec(rest) ?? [];
  const name = behind.replace(UNIT, '');
  // `302楼小月` may be 小月 on some floor, or 楼小月: both are words, and only one is somebody.
  const names = name === behind ? [name] : [behind, name];
  if (before !== '') words.push(before);
  // A single character behind the figures belongs to them: `13号甲`.
  const named = [...name].length > 1;
  address.push(...addressParts(named ? place : rest));
  if (named) words.push(...names);
}

/** `john smith` is one name. */
function joinLatin(words: readonly string[]): readonly string[] {
  const latin = words.filter((word) => /^[\p{Script=Latin}.'’·-]+$/u.test(word));
  const others = words.filter((word) => !latin.includes(word));
  return latin.length === 0 ? others : [...others, latin.join(' ')];
}
