import type {
  CollectionDelta,
  Column,
  PackedDelta,
  PackedResponse,
  PackedRows,
  PulledRow,
  PullResponse,
} from './protocol.ts';
import { RowBlock } from './rows/row-block.ts';

/** Fewer rows are no longer as they are. */
const WORTH_PACKING = 16;

function packDelta(delta: PackedDelta): PackedDelta {
  if ('packed' in delta || delta.rows.length < WORTH_PACKING) return delta;
  return { packed: packRows(delta.rows), gone: delta.gone };
}

const unpackDelta = (delta: PackedDelta): CollectionDelta =>
  'packed' in delta ? { rows: unpackRows(delta.packed), gone: delta.gone } : delta;

type ByName<T> = Readonly<Record<string, T>>;

/** Every collection of a term; what is by columns already stays as it is. */
export const packAll = (collections: ByName<PackedDelta>): Record<string, PackedDelta> =>
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

export const unpackRows = (packed: PackedRows): PulledRow[] => [...RowBlock.of(packed)];
