import type { MergeField } from '../contract/by-hand.ts';
import type { Resident } from './resident.ts';

type Column = Exclude<keyof Resident, 'id' | 'version'>;

/** What belongs together: a number goes with its kind, its seal and its mask. */
const COLUMNS_OF: Readonly<Record<MergeField, readonly Column[]>> = {
  name: ['name', 'nameMask', 'pinyin', 'initials'],
  sex: ['sex'],
  birthDate: ['birthDate'],
  idKind: ['idKind', 'idCipher', 'idBlind', 'idMask'],
  idNumber: ['idKind', 'idCipher', 'idBlind', 'idMask'],
  phone: ['phoneCipher', 'phoneBlind', 'phoneMask'],
  otherPhone: ['otherPhoneCipher', 'otherPhoneBlind', 'otherPhoneMask'],
  relation: ['relation'],
  tags: ['tags'],
  away: ['away', 'awayReason'],
  registeredElsewhere: ['registeredElsewhere'],
  note: ['note'],
  home: ['householdId', 'dwellingId'],
};

/** Columns as json keeps them: bytes in base64. */
export type PackedColumns = Readonly<Partial<Record<Column, unknown>>>;

/** The same number sealed again looks otherwise; its blind index tells. */
const BLIND_OF: Readonly<Partial<Record<Column, Column>>> = {
  idCipher: 'idBlind',
  phoneCipher: 'phoneBlind',
  otherPhoneCipher: 'otherPhoneBlind',
};

const BYTES: ReadonlySet<Column> = new Set(['idCipher', 'phoneCipher', 'otherPhoneCipher']);

/** The kept entry with the named fields of the other laid over it, and what it said before of all that changed. */
export function mergeRows(
  kept: Resident,
  merged: Resident,
  take: readonly MergeField[],
): { readonly row: Resident; readonly before: PackedColumns } {
  const columns = new Set(take.flatMap((field) => COLUMNS_OF[field]));
  columns.delete('tags');
  const taken = Object.fromEntries([...columns].map((column) => [column, merged[column]]));
  const tags = [...new Set([...kept.tags, ...merged.tags])].sort();
  const row = { ...kept, ...taken, tags, confirmed: confirmedOf(kept, merged, take) };
  const changed = [...columns, 'tags' as const, 'confirmed' as const];
  return { row, before: pack(kept, changed) };
}

/** Who took a value took its confirmation along; a value that stays keeps its own. */
function confirmedOf(kept: Resident, merged: Resident, take: readonly MergeField[]): Record<string, number> {
  const confirmed = { ...kept.confirmed };
  for (const field of take) {
    delete confirmed[field];
    const when = merged.confirmed[field];
    if (when !== undefined) confirmed[field] = when;
  }
  return confirmed;
}

/**
 * The kept entry as it was before, but for what somebody changed since the merge: that stays.
 * @param merged the entry it was merged with, which says what the merge wrote
 */
export function unmergeRow(
  kept: Resident,
  merged: Resident,
  take: readonly MergeField[],
  before: PackedColumns,
): Resident {
  const was = unpack(before);
  const wrote = mergeRows({ ...kept, ...was }, merged, take).row;
  const untouched = (Object.keys(was) as Column[]).filter((column) => {
    const told = BLIND_OF[column] ?? column;
    return same(kept[told], wrote[told]);
  });
  return { ...kept, ...Object.fromEntries(untouched.map((column) => [column, was[column]])) };
}

const pack = (row: Resident, columns: readonly Column[]): PackedColumns =>
  Object.fromEntries(
    columns.map((column) => {
      const value = row[column];
      return [column, value instanceof Uint8Array ? toBase64(value) : value];
    }),
  );

const unpack = (packed: PackedColumns): Partial<Resident> =>
  Object.fromEntries(
    Object.entries(packed).map(([column, value]) => [
      column,
      BYTES.has(column as Column) && typeof value === 'string' ? fromBase64(value) : value,
    ]),
  );

const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);
const plain = (value: unknown): string =>
  value instanceof Uint8Array
    ? toBase64(value)
    : JSON.stringify(
        value !== null && typeof value === 'object' && !Array.isArray(value) ? sorted(value) : value,
      );
const sorted = (value: object): unknown => Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
