/** Rows of the register as other modules and screens see them: masked on the server, never with a cipher or a blind index. */

export type Sex = 'male' | 'female';

/** `resident-card`: 18 characters of GB 11643. */
export type IdKind = 'resident-card' | 'passport' | 'permit' | 'other';

export interface Household {
  readonly id: string;
  readonly dwellingId: string;
  /** Epoch ms; set when it was joined with another or everybody left. */
  readonly endedAt: number | null;
  readonly version: number;
}

/** How a household's book says who somebody is to its head; other words may be written too. */
export const KNOWN_RELATIONS = ['户主', '配偶', '子', '女', '父', '母', '其他'] as const;

/** Tags with a meaning for the groups; an area may use others of its own beside them. */
export const KNOWN_TAGS = [
  'lives-alone',
  'dialysis',
  'immobile',
  'party-member',
  'tenant',
  'owner',
  'pregnant',
  'infant',
  'chronic',
] as const;
export type KnownTag = (typeof KNOWN_TAGS)[number];

/** Fields of a resident that a register, a desk or the field may say something about. */
export const RESIDENT_FIELDS = [
  'name',
  'sex',
  'birthDate',
  'idKind',
  'idNumber',
  'phone',
  'otherPhone',
  'relation',
  'tags',
  'away',
  'registeredElsewhere',
  'note',
] as const;
export type ResidentField = (typeof RESIDENT_FIELDS)[number];

/**
 * A person as a duty sees him or her: enough to find and to address, nothing to identify elsewhere.
 * This is what `PeopleReader` gives and what a group puts on its phones.
 */
export interface PersonCard {
  readonly id: string;
  readonly householdId: string;
  readonly dwellingId: string;
  readonly buildingId: string;
  readonly compoundId: string;
  readonly compound: string;
  readonly building: string;
  readonly entrance: string | null;
  readonly room: string;
  readonly floor: number | null;
  /** Address order as plain text order. */
  readonly sort: string;
  /** `王**`: surname kept. */
  readonly nameMask: string;
  /**
   * Without tones, ü as v, syllables by a space, two readings of one by a slash: `ou yang ping xi`, `qin/tan xue`.
   * Found by search though the name is masked.
   */
  readonly pinyin: string;
  /** First letters: `oypx`. */
  readonly initials: string;
  /** Year only: who is a child, who is over 80. */
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly tags: readonly string[];
  readonly away: boolean;
  /** As it was told; empty when none was. */
  readonly awayReason: string;
  readonly registeredElsewhere: boolean;
  /** `199****0003`; null when no phone is known. */
  readonly phoneMask: string | null;
  readonly endedAt: number | null;
  /** The latest version among the person, the dwelling, the building and the compound. */
  readonly version: number;
}
