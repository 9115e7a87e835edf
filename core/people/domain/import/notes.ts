import { plainText } from './text.ts';

export interface NoteReading {
  readonly tags: readonly string[];
  readonly away: boolean;
  readonly registeredElsewhere: boolean;
  /** The whole note: it says more than its tags, e.g. on which days someone is dialysed. */
  readonly note: string;
}

/** Words of a note that the groups act on. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/独居|孤老|空巢/u, 'lives-alone'],
  [/血透|透析/u, 'dialysis'],
  [/行动不便|卧床|瘫痪|轮椅|失能/u, 'immobile'],
  [/租客|租户|租住|承租|出租/u, 'tenant'],
  [/业主/u, 'owner'],
  [/孕妇|怀孕|待产/u, 'pregnant'],
  [/婴儿|婴幼儿/u, 'infant'],
  [/慢性病|慢病/u, 'chronic'],
  [/党员/u, 'party-member'],
];
/** 非独居, 不是党员: the opposite of what the word says. */
const OPPOSITE = /(?:非|不是|没有|并无)[\p{Script=Han}]{2}/gu;
const AWAY = /外地未回|在外地|人在外地|不在沪|未返沪|不在本市|在国外|在境外|外出未归/u;
const ELSEWHERE = /人户分离|户口不在|户籍不在/u;

export function readNote(text: string): NoteReading {
  const note = text.trim();
  const plain = plainText(text).replace(OPPOSITE, '');
  const tags = MEANINGS.filter(([word]) => word.test(plain)).map(([, tag]) => tag);
  return { tags, away: AWAY.test(plain), registeredElsewhere: ELSEWHERE.test(plain), note };
}
