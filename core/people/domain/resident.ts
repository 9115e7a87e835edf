import type { IdKind, Sex } from '../contract/rows.ts';

/** A resident as the server stores it. Numbers are sealed; screens and phones get `PersonCard` or `RegisterRow`. */
export interface Resident {
  readonly id: string;
  readonly version: number;
  readonly householdId: string;
  readonly dwellingId: string;
  /** Order within the household, as the register had it: see `positionOf`. */
  readonly position: number;
  readonly name: string;
  readonly nameMask: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly sex: Sex | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly idKind: IdKind | null;
  readonly idCipher: Uint8Array | null;
  /** Hex; equal numbers within the area have equal ones. */
  readonly idBlind: string | null;
  readonly idMask: string | null;
  readonly phoneCipher: Uint8Array | null;
  readonly phoneBlind: string | null;
  readonly phoneMask: string | null;
  readonly otherPhoneCipher: Uint8Array | null;
  readonly otherPhoneBlind: string | null;
  readonly otherPhoneMask: string | null;
  readonly relation: string | null;
  readonly tags: readonly string[];
  readonly away: boolean;
  readonly awayReason: string;
  readonly registeredElsewhere: boolean;
  readonly note: string;
  /** Field → when it was confirmed in the field, epoch ms. */
  readonly confirmed: Readonly<Record<string, number>>;
  readonly endedAt: number | null;
  readonly endReason: string | null;
  /** `YYYY-MM-DD`, where the day was told. */
  readonly endedOn: string | null;
  /** The entry that stands for this one. */
  readonly mergedInto: string | null;
}

/** A look at full numbers, kept for ever; the values are not in it. */
export interface LookRow {
  readonly id: string;
  readonly version: number;
  readonly residentId: string;
  readonly fields: readonly string[];
  readonly reason: string;
  readonly actorId: string;
  readonly at: number;
}

export type SealedField = 'idNumber' | 'phone' | 'otherPhone';

/** What needs the area's keys or a big table, lent to the pure rules by the server. */
export interface ResidentTools {
  seal(field: SealedField, plain: string): Uint8Array;
  /** Hex of the keyed blind index; both phones share one kind. */
  blind(field: SealedField, plain: string): string;
  /** How a name is read: see `PersonCard.pinyin`. */
  readName(name: string): { readonly pinyin: string; readonly initials: string };
}
