/** Plain codes name a row for look-up and grant nothing. The letter is the code's first symbol. */
export const PLAIN_KINDS = {
  person: 'P',
  household: 'H',
  building: 'B',
  tube: 'T',
  box: 'X',
  place: 'D',
  handover: 'V',
} as const;

export type PlainKind = keyof typeof PLAIN_KINDS;

/** Kinds whose eight symbols are the end of their row's id. */
export type RowKind = Exclude<PlainKind, 'tube' | 'box' | 'handover'>;

const BY_LETTER = new Map<string, PlainKind>(
  Object.entries(PLAIN_KINDS).map(([kind, letter]) => [letter, kind as PlainKind]),
);

export const kindOfLetter = (letter: string): PlainKind | undefined => BY_LETTER.get(letter);

/** Symbols of a whole code, check symbol included. */
export const lengthOf = (kind: PlainKind): number => (kind === 'tube' ? 14 : 12);

/** Everything a reader may turn out to hold. */
export type CodeKind = PlainKind | 'id-card' | 'signed';
