import type { ResidentField } from './rows.ts';

/**
 * `corrected`: the value was cleaned and is used; `doubtful`: the resident is taken without it, someone should look;
 * `ignored`: the row says nothing about a resident.
 */
export type Effect = 'corrected' | 'doubtful' | 'ignored';

/** Every code with its effect; the words for it stand in the message files under `import.finding.<code>`. */
export const FINDINGS = {
  idMissing: 'doubtful',
  idAsNumber: 'doubtful',
  idChecksum: 'doubtful',
  idLength: 'doubtful',
  idCharacters: 'doubtful',
  idDate: 'doubtful',
  idMasked: 'doubtful',
  idTwice: 'doubtful',
  passport: 'corrected',
  permit: 'corrected',
  phoneShort: 'doubtful',
  phoneLong: 'doubtful',
  phoneCharacters: 'doubtful',
  phoneMasked: 'doubtful',
  phoneSpaced: 'corrected',
  nameSpaced: 'corrected',
  nameMissing: 'doubtful',
  nameUnclear: 'doubtful',
  vacant: 'ignored',
  sexUnclear: 'doubtful',
  dateUnclear: 'doubtful',
  flagUnclear: 'doubtful',
  textTooLong: 'doubtful',
  sameAsAbove: 'doubtful',
  formulaWithoutValue: 'doubtful',
  addressMissing: 'doubtful',
  addressUnlike: 'doubtful',
  roomMissing: 'doubtful',
  duplicateRow: 'ignored',
  subtotalRow: 'ignored',
  blankRow: 'ignored',
  headerRow: 'ignored',
  remarkRow: 'ignored',
  residentUnknown: 'ignored',
} as const satisfies Record<string, Effect>;

export type FindingCode = keyof typeof FINDINGS;

export interface Finding {
  readonly sheet: string;
  /** e.g. `F18`. */
  readonly cell: string;
  readonly row: number;
  /** As it stands in the sheet. For people who may see the register; never for a log. */
  readonly value: string;
  readonly code: FindingCode;
  readonly effect: Effect;
  /** The field it leaves out or cleans; null when it is about the row or its address. */
  readonly field: ResidentField | 'address' | null;
}
