import type { RegisterFilter } from '../contract/queries.ts';

/** What the address of the page says, so that a list can be linked to and found again. */
export interface RegisterWords {
  readonly filter: RegisterFilter;
  /** The resident whose drawer is open. */
  readonly resident: string | null;
}

const STATES = {
  away: { away: true },
  present: { away: false },
  elsewhere: { registeredElsewhere: true },
  'no-number': { missing: 'idNumber' },
  'no-phone': { missing: 'phone' },
  ended: { ended: true },
} as const satisfies Readonly<Record<string, RegisterFilter>>;

export type RegisterState = keyof typeof STATES;
export const REGISTER_STATES = Object.keys(STATES) as readonly RegisterState[];

const isState = (word: string | undefined): word is RegisterState => word !== undefined && word in STATES;

/** Words of `?…`: compound, building, text, tag, state, resident. */
export function readRegisterWords(words: Readonly<Record<string, string>>): RegisterWords {
  const { compound, building, dwelling, text, tag, state, resident } = words;
  const filter: RegisterFilter = {
    ...(compound ? { compoundId: compound } : {}),
    ...(building ? { buildingId: building } : {}),
    ...(dwelling ? { dwellingId: dwelling } : {}),
    ...(text ? { text } : {}),
    ...(tag ? { tag } : {}),
    ...(isState(state) ? STATES[state] : {}),
  };
  return { filter, resident: resident || null };
}

/** The same words with some set or, by an empty text, taken out. */
export function withWords(
  words: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...words, ...changes }).filter(([, value]) => value !== ''));
}
