import type {
  CollectionDelta,
  Column,
  PackedDelta,
  PackedResponse,
  PackedRows,
  PulledRow,
  PullResponse,
} from './protocol.ts';

/** Fewer rows are no longer as they are. */
const WORTH_PACKING = 16;

function packDelta(delta: CollectionDelta): PackedDelta {
  if (delta.rows.length < WORTH_PACKING) return delta;
  return { packed: packRows(delta.rows), gone: delta.gone };
}

const unpackDelta = (delta: PackedDelta): CollectionDelta =>
  'packed' in delta ? { rows: unpackRows(delta.packed), gone: delta.gone } : delta;

type ByName<T> = Readonly<Record<string, T>>;

/** Every collection of a term. */
export const packAll = (collections: ByName<CollectionDelta>): Record<string, PackedDelta> =>
  mapValues(collections, packDelta);

export const unpackAll = (collections: ByName<PackedDelta>): Record<string, CollectionDelta> =>
  mapValues(collections, unpackDelta);

export const packResponse = (response: PullResponse): PackedResponse => ({
  ...response,
  terms: response.terms.map((term) => ({ ...term, collections: packAll(term.collections) })),
});

export const unpackResponse = (response: PackedResponse): PullResponse => ({
  ...response,
  terms: response.terms.map((term) => ({ ...term, collections: unpackAll(term.collections) })),
});

function mapValues<From, To>(values: ByName<From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

export function packRows(rows: readonly PulledRow[]): PackedRows {
  const columns: Record<string, Column> = {};
  const lacking: Record<string, number[]> = {};
  for (const name of fieldsOf(rows)) {
    const values: unknown[] = [];
    const missing: number[] = [];
    for (const row of rows) {
      const value = row[name];
      if (value === undefined) missing.push(values.length);
      values.push(value);
    }
    if (missing.length > 0) lacking[name] = missing;
    columns[name] = packColumn(values);
  }
  return { count: rows.length, columns, lacking };
}

function fieldsOf(rows: readonly PulledRow[]): Set<string> {
  const fields = new Set<string>();
  for (const row of rows) for (const name in row) fields.add(name);
  return fields;
}

/** Where so many values in a row hold so few that come again, the others are not looked at. */
const PROBE = 64;
const MOSTLY_DIFFERENT = 56;

function packColumn(values: readonly unknown[]): Column {
  const plain = new Map<unknown, number>();
  const byText = new Map<unknown, number>();
  const different: unknown[] = [];
  const at: number[] = [];
  for (const value of values) {
    // Lists and objects are alike when their text is.
    const isPlain = typeof value !== 'object' || value === null;
    const places = isPlain ? plain : byText;
    const key = isPlain ? value : JSON.stringify(value);
    let place = places.get(key);
    if (place === undefined) {
      place = different.length;
      places.set(key, place);
      different.push(value);
      if (different.length > MOSTLY_DIFFERENT && at.length < PROBE) return values;
    }
    at.push(place);
  }
  if (different.length === 1) return { all: different[0] };
  // A number is as short as its place.
  const worth = typeof different[0] !== 'number' && different.length * 2 <= values.length;
  return worth ? { values: different, at } : values;
}

/**
 * Every row begins as a copy of one that has all fields: engines make such rows alike, and quickly. They do so from the
 * first row on only if that one came out of JSON whole; where it grew field by field, the first 25,000 rows take four
 * times as long.
 */
export function unpackRows({ count, columns, lacking }: PackedRows): PulledRow[] {
  const pattern = JSON.stringify(mapValues(columns, (column) => ('all' in column ? column.all : null)));
  const whole = JSON.parse(pattern) as Readonly<Record<string, unknown>>;
  const rows: Record<string, unknown>[] = [];
  for (let i = 0; i < count; i++) rows.push({ ...whole });
  for (const [name, column] of Object.entries(columns)) fill(rows, name, column);
  for (const [name, indexes] of Object.entries(lacking)) {
    for (const index of indexes) delete rows[index]?.[name];
  }
  return rows as unknown as PulledRow[];
}

function fill(rows: readonly Record<string, unknown>[], name: string, column: Column): void {
  if ('all' in column) return;
  const [values, at] = isList(column) ? [column, null] : [column.values, column.at];
  let i = 0;
  for (const row of rows) {
    row[name] = values[at?.[i] ?? i];
    i += 1;
  }
}

const isList = (column: Column): column is readonly unknown[] => Array.isArray(column);
