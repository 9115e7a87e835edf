import { KNOWN_RULES } from '#core/places/contract.ts';
import type { ImportSheet, Mapping } from '../domain/import/mapping.ts';
import { parseRegister } from '../domain/import/parse-register.ts';
import type { ParsedRegister } from '../domain/import/parsed.ts';
import { recognise } from '../domain/import/recognise.ts';
import { cardCheckCharacter } from '../domain/resident-card.ts';

export const IMPORT_YEAR = 2022;

/** A sheet from plain rows; null is an empty cell. */
export function sheetOf(name: string, rows: readonly (readonly (string | number | null)[])[]): ImportSheet {
  return {
    name,
    hidden: false,
    rows: rows.map((cells, index) => ({
      number: index + 1,
      cells: cells.map((value) => (value === null ? undefined : { value, text: String(value) })),
    })),
  };
}

export const recogniseFresh = (sheets: readonly ImportSheet[], fileName = ''): Mapping =>
  recognise(sheets, { rules: KNOWN_RULES, ruleOfCompound: new Map(), fileName });

/** Recognises and reads, as a fresh area would. */
export const readFresh = (...sheets: ImportSheet[]): ParsedRegister =>
  parseRegister(sheets, recogniseFresh(sheets), IMPORT_YEAR);

/** A sound identity number of the unassigned region 310199, the n-th born on that day. */
export function identityNumber(n: number, day = '19700101'): string {
  const first17 = `310199${day}${String(n % 1000).padStart(3, '0')}`;
  return first17 + cardCheckCharacter(first17);
}

export const mobile = (n: number): string => `199${String(n).padStart(8, '0')}`;

/** `building|entrance|room|name` of every person, in order. */
export const placed = (register: ParsedRegister): string[] =>
  register.persons.map(({ place, set }) =>
    [place.building, place.entrance ?? '', place.room, set.name].join('|'),
  );

export const codes = (register: ParsedRegister): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { code } of register.findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
