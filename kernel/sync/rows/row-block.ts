import type { Column, PackedRows, PulledRow } from '../protocol.ts';
import { TailIndex } from './tail-index.ts';

type ValueAt = (place: number) => unknown;
type AnyRow = { readonly id: string };

/** Rows one by one, or as they came by columns. */
export type Rows<Row extends AnyRow = PulledRow> = readonly Row[] | RowBlock<Row>;

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Rows as they came by columns. A row is made of them when somebody asks for it, and is the same object from then on:
 * of a round of 25,000 people a phone at a lane looks at a few hundred.
 *
 * Ids stand once in a block, as a server's answer and a segment have them.
 */
export class RowBlock<Row extends AnyRow = PulledRow> implements Iterable<Row> {
  private constructor(
    private readonly columns: RowColumns,
    /** Places that no longer count. */
    private readonly gone: ReadonlySet<number>,
  ) {}

  static of(packed: PackedRows): RowBlock {
    return new RowBlock(new RowColumns(packed), NOTHING);
  }

  /** How many rows count. */
  get size(): number {
    return this.columns.count - this.gone.size;
  }

  /** The same rows but for some; those that were made stay the same objects. */
  without(gone: ReadonlySet<number>): RowBlock<Row> {
    return gone.size === 0 ? this : new RowBlock<Row>(this.columns, new Set([...this.gone, ...gone]));
  }

  /** The same rows known by another field of theirs, which is then not among them: a place on a list by its person. */
  identifiedBy<Other extends AnyRow>(field: string): RowBlock<Other> {
    return new RowBlock<Other>(this.columns.identifiedBy(field), this.gone);
  }

  /** The one value that all rows have in a field; undefined where they have several, or it is not there. */
  shared(field: string): unknown {
    return this.columns.shared(field);
  }

  /** Where an id stands; -1: nowhere. */
  placeOf(id: string): number {
    const place = this.columns.placeOf(id);
    return place !== -1 && this.gone.has(place) ? -1 : place;
  }

  /** Where the text of a field ends so, in order. @param tail at least the last ten characters, or the whole text */
  *endingWith(field: string, tail: string): Generator<number> {
    for (const place of this.columns.endingWith(field, tail)) if (!this.gone.has(place)) yield place;
  }

  /** Where a key of the row is this one, in order. @param keyOf asked once for every row, then only for likely ones */
  *keyedBy(keyOf: (row: Row) => string | null, key: string): Generator<number> {
    for (const place of this.columns.keyedBy(keyOf as (row: never) => string | null as KeyOf, key)) {
      if (!this.gone.has(place)) yield place;
    }
  }

  /** Where a row has a field that others may not have. */
  having(field: string): number[] {
    if (!this.columns.knows(field)) return [];
    return [...this.places()].filter((place) => this.columns.has(field, place));
  }

  *places(): Generator<number> {
    for (let place = 0; place < this.columns.count; place++) if (!this.gone.has(place)) yield place;
  }

  id(place: number): string {
    return this.columns.id(place);
  }

  /** The row, the same object each time. */
  row(place: number): Row {
    return this.columns.row(place) as AnyRow as Row;
  }

  /** The row as it is for one look, without keeping it. */
  glance(place: number): Row {
    return this.columns.glance(place) as AnyRow as Row;
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const place of this.places()) yield this.row(place);
  }
}

type KeyOf = (row: PulledRow) => string | null;

/** What all views of one block share: columns, the rows made of them, and where ids and keys stand. */
class RowColumns {
  private readonly byId: ValueAt;
  private readonly varying: readonly (readonly [string, ValueAt])[];
  private readonly sparse: readonly (readonly [string, ValueAt, ReadonlySet<number>])[];
  /** Every row begins as a copy: engines make such rows alike, and quickly. */
  private readonly pattern: Readonly<Record<string, unknown>>;
  private readonly made: (PulledRow | undefined)[];
  /** By the field, or by what makes the key. */
  private readonly indexes = new Map<string | KeyOf, TailIndex>();
  /** A row that reads its fields from the columns at a place: a key wants two or three of twenty. Never handed out. */
  private readonly looked: { place: number; readonly row: PulledRow };

  constructor(private readonly packed: PackedRows) {
    this.made = new Array(packed.count);
    const names = Object.keys(packed.columns);
    const always = names.filter((name) => packed.lacking[name] === undefined);
    this.pattern = patternOf(packed, always);
    this.byId = this.reader('id');
    this.varying = always
      .filter((name) => !isShared(packed.columns[name]))
      .map((name) => [name, this.reader(name)]);
    this.sparse = names
      .filter((name) => packed.lacking[name] !== undefined)
      .map((name) => [name, this.reader(name), new Set(packed.lacking[name])]);
    this.looked = { place: 0, row: this.lookingRow() };
  }

  get count(): number {
    return this.packed.count;
  }

  identifiedBy(field: string): RowColumns {
    const { [field]: id, id: _, ...others } = this.packed.columns;
    if (!id) throw new Error(`no column ${field}`);
    return new RowColumns({ ...this.packed, columns: { id, ...others } });
  }

  shared(field: string): unknown {
    const column = this.packed.columns[field];
    return column && isShared(column) && !this.packed.lacking[field] ? column.all : undefined;
  }

  knows(field: string): boolean {
    return Object.hasOwn(this.packed.columns, field);
  }

  has(field: string, place: number): boolean {
    return !this.sparse.some(([name, , lacking]) => name === field && lacking.has(place));
  }

  id(place: number): string {
    return this.byId(place) as string;
  }

  placeOf(id: string): number {
    const index = this.index('id', (place) => this.id(place));
    for (let place = index.first(id); place !== -1; place = index.after(place)) {
      if (this.id(place) === id) return place;
    }
    return -1;
  }

  *endingWith(field: string, tail: string): Generator<number> {
    const value = this.reader(field);
    const textAt = (place: number): string | null => {
      const text = value(place);
      return typeof text === 'string' ? text : null;
    };
    const index = this.index(field, textAt);
    for (let place = index.first(tail); place !== -1; place = index.after(place)) {
      if (textAt(place)?.endsWith(tail)) yield place;
    }
  }

  *keyedBy(keyOf: KeyOf, key: string): Generator<number> {
    const keyAt = (place: number): string | null => {
      this.looked.place = place;
      return keyOf(this.looked.row);
    };
    const index = this.index(keyOf, keyAt);
    for (let place = index.first(key); place !== -1; place = index.after(place)) {
      if (keyAt(place) === key) yield place;
    }
  }

  row(place: number): PulledRow {
    const known = this.made[place];
    if (known) return known;
    const made = this.make(place);
    this.made[place] = made;
    return made;
  }

  glance(place: number): PulledRow {
    return this.made[place] ?? this.make(place);
  }

  private make(place: number): PulledRow {
    const row: Record<string, unknown> = { ...this.pattern };
    for (const [name, at] of this.varying) row[name] = at(place);
    for (const [name, at, lacking] of this.sparse) if (!lacking.has(place)) row[name] = at(place);
    return row as unknown as PulledRow;
  }

  private lookingRow(): PulledRow {
    const row = {};
    for (const name of Object.keys(this.packed.columns)) {
      const read = this.reader(name);
      const get = () => (this.has(name, this.looked.place) ? read(this.looked.place) : undefined);
      Object.defineProperty(row, name, { get, enumerable: true });
    }
    return row as PulledRow;
  }

  private reader(name: string): ValueAt {
    const column = this.packed.columns[name];
    return column ? valueAt(column) : () => undefined;
  }

  private index(name: string | KeyOf, textAt: (place: number) => string | null): TailIndex {
    const known = this.indexes.get(name);
    if (known) return known;
    const made = new TailIndex(this.count, textAt);
    this.indexes.set(name, made);
    return made;
  }
}

/** Out of JSON whole: where an object grows field by field, the first 25,000 copies of it take four times as long. */
function patternOf({ columns }: PackedRows, names: readonly string[]): Readonly<Record<string, unknown>> {
  const fields = names.map((name) => {
    const column = columns[name];
    return [name, column && isShared(column) ? column.all : null];
  });
  return JSON.parse(JSON.stringify(Object.fromEntries(fields))) as Record<string, unknown>;
}

function valueAt(column: Column): ValueAt {
  if (isList(column)) return (place) => column[place];
  if (isShared(column)) return () => column.all;
  const { values, at } = column;
  return (place) => values[at[place] ?? -1];
}

const isList = (column: Column): column is readonly unknown[] => Array.isArray(column);

const isShared = (column: Column | undefined): column is { readonly all: unknown } =>
  column !== undefined && !isList(column) && 'all' in column;
