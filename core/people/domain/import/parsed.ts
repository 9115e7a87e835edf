import type { ParsedAddress } from '#core/places/contract.ts';
import type { Finding } from './findings.ts';
import type { NamedRule } from './mapping.ts';
import type { ResidentField, ResidentFields } from './rows.ts';

export interface PersonPlace extends ParsedAddress {
  readonly compound: string;
  /** The address could not be read: the person waits in the building 地址待核 under the address as written. */
  readonly unread: boolean;
}

/** One line of a register that is a person. */
export interface ParsedPerson {
  readonly sheet: string;
  readonly row: number;
  readonly place: PersonPlace;
  readonly set: ResidentFields & { readonly name: string };
  /** Field → its cell, e.g. `F18`, for those with a column. */
  readonly cells: Readonly<Partial<Record<ResidentField | 'address', string>>>;
  /** The resident the line names by 登记编号: of an exported register, or of a sheet of doubtful cells. */
  readonly residentId?: string;
  /** The line says where that resident lives, and nothing is left to ask. */
  readonly movesThere?: boolean;
}

export interface ParsedRegister {
  readonly persons: readonly ParsedPerson[];
  /** Dwellings that the register lists without anyone in them. */
  readonly vacant: readonly PersonPlace[];
  readonly findings: readonly Finding[];
  /** compound → the rule its addresses were read by. */
  readonly rules: ReadonlyMap<string, NamedRule>;
}

export const placeKey = (place: PersonPlace): string =>
  [place.compound, place.building, place.entrance ?? '', place.room].join('\u0000');
