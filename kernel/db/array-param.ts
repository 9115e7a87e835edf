import { EARLIEST, LATEST } from '../time-id/instant.ts';
import type { ColumnType } from './columns.ts';

export type Cells = readonly unknown[];

interface ElementType {
  /** The array type sent. */
  readonly array: string;
  /** Of the element, in `pg_type`: the wire format names it. */
  readonly oid: number;
  /** The expression that turns one element into the column's value. */
  readonly select: (element: string) => string;
  readonly write: (to: Writer, cell: unknown) => void;
}

const asItIs = (element: string): string => element;

const TEXT: ElementType = {
  array: 'text[]',
  oid: 25,
  select: asItIs,
  write: (to, cell) => to.text(string(cell, 'text')),
};

const TYPES: Readonly<Record<ColumnType, ElementType>> = {
  uuid: { array: 'uuid[]', oid: 2950, select: asItIs, write: (to, cell) => to.uuid(string(cell, 'uuid')) },
  text: TEXT,
  int4: {
    array: 'int4[]',
    oid: 23,
    select: asItIs,
    write: (to, cell) => to.int4(whole(cell, 'int4', 2 ** 31)),
  },
  int8: {
    array: 'int8[]',
    oid: 20,
    select: asItIs,
    write: (to, cell) => to.int8(whole(cell, 'int8', 2 ** 53)),
  },
  float8: {
    array: 'float8[]',
    oid: 701,
    select: asItIs,
    write: (to, cell) => to.float8(number(cell, 'float8')),
  },
  bool: {
    array: 'bool[]',
    oid: 16,
    select: asItIs,
    write: (to, cell) => {
      if (typeof cell !== 'boolean') throw wrong('bool');
      to.bool(cell);
    },
  },
  timestamptz: {
    array: 'timestamptz[]',
    oid: 1184,
    select: asItIs,
    write: (to, cell) => to.instant(number(cell, 'timestamptz')),
  },
  jsonb: {
    ...TEXT,
    select: (element) => `${element}::jsonb`,
    write: (to, cell) => to.text(JSON.stringify(cell)),
  },
  bytea: {
    array: 'bytea[]',
    oid: 17,
    select: asItIs,
    write: (to, cell) => {
      if (!(cell instanceof Uint8Array)) throw wrong('bytea');
      to.bytes(cell);
    },
  },
};

export const columnCast = (type: ColumnType): Pick<ElementType, 'array' | 'select'> => TYPES[type];

/**
 * A column's values as one array parameter in Postgres's binary format (`array_send` and each type's own `_send`).
 * As text the server would read every value character by character and a ciphertext would be twice as long.
 * @throws when a value is not of the column's type; the value itself is not in the message
 */
export function arrayParam(type: ColumnType, cells: Cells): Buffer {
  const { oid, write } = TYPES[type];
  const to = new Writer(24 + cells.length * 20);
  const hasNull = cells.some((cell) => cell === null || cell === undefined);
  // An empty array has no dimensions; ours are one-dimensional, counted from 1.
  to.word(cells.length === 0 ? 0 : 1);
  to.word(hasNull ? 1 : 0);
  to.word(oid);
  if (cells.length > 0) {
    to.word(cells.length);
    to.word(1);
  }
  for (const cell of cells) {
    if (cell === null || cell === undefined) to.word(-1);
    else write(to, cell);
  }
  return to.finish();
}

const NO_DIGIT = 255;
/** Value of a hexadecimal digit by its character code. */
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? NO_DIGIT : value;
});
/** Where the pairs of digits stand in `8-4-4-4-12`. */
const PAIRS = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);

/** Postgres counts microseconds from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
/** Milliseconds whose microseconds a number still holds exactly. */
const EXACT_MS = 9e12;

/** Length-prefixed elements, big-endian, in a buffer that grows. */
class Writer {
  private buffer: Buffer;
  private end = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  word(value: number): void {
    this.room(4);
    this.put(value);
  }

  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.room(4 + length);
    this.put(length);
    this.end += this.buffer.write(value, this.end, length, 'utf8');
  }

  bytes(value: Uint8Array): void {
    this.room(4 + value.byteLength);
    this.put(value.byteLength);
    this.buffer.set(value, this.end);
    this.end += value.byteLength;
  }

  uuid(id: string): void {
    if (id.length !== 36) throw wrong('uuid');
    this.room(20);
    this.put(16);
    let bad = 0;
    for (let i = 0; i < 16; i++) {
      const at = PAIRS[i] as number;
      const high = DIGITS[id.charCodeAt(at)] ?? NO_DIGIT;
      const low = DIGITS[id.charCodeAt(at + 1)] ?? NO_DIGIT;
      bad |= (high | low) & 0xf0;
      this.buffer[this.end + i] = (high << 4) | low;
    }
    if (bad !== 0 || id[8] !== '-' || id[13] !== '-' || id[18] !== '-' || id[23] !== '-') throw wrong('uuid');
    this.end += 16;
  }

  int4(value: number): void {
    this.room(8);
    this.put(4);
    this.put(value);
  }

  int8(value: number): void {
    this.room(12);
    this.put(8);
    const high = Math.floor(value / 2 ** 32);
    this.put(high);
    this.put(value - high * 2 ** 32);
  }

  float8(value: number): void {
    this.room(12);
    this.put(8);
    this.end = this.buffer.writeDoubleBE(value, this.end);
  }

  bool(value: boolean): void {
    this.room(5);
    this.put(1);
    this.buffer[this.end++] = value ? 1 : 0;
  }

  instant(ms: number): void {
    const since = ms - EPOCH_MS;
    if (Math.abs(since) < EXACT_MS) {
      this.int8(Math.round(since * 1000));
      return;
    }
    // Postgres would take it, and then nobody could read its row.
    if (ms < EARLIEST || ms > LATEST) throw wrong('timestamptz');
    this.room(12);
    this.put(8);
    this.end = this.buffer.writeBigInt64BE(BigInt(Math.round(since)) * 1000n, this.end);
  }

  finish(): Buffer {
    return this.buffer.subarray(0, this.end);
  }

  /** Four bytes; the low ones of a number up to 2^32. */
  private put(value: number): void {
    const { buffer } = this;
    let { end } = this;
    buffer[end++] = value >>> 24;
    buffer[end++] = value >>> 16;
    buffer[end++] = value >>> 8;
    buffer[end++] = value;
    this.end = end;
  }

  private room(size: number): void {
    if (this.end + size <= this.buffer.length) return;
    const grown = Buffer.allocUnsafe(this.buffer.length * 2 + size);
    this.buffer.copy(grown, 0, 0, this.end);
    this.buffer = grown;
  }
}

function string(cell: unknown, type: ColumnType): string {
  if (typeof cell !== 'string') throw wrong(type);
  return cell;
}

function number(cell: unknown, type: ColumnType): number {
  if (typeof cell !== 'number' || Number.isNaN(cell)) throw wrong(type);
  return cell;
}

function whole(cell: unknown, type: ColumnType, limit: number): number {
  if (!Number.isInteger(cell) || (cell as number) >= limit || (cell as number) < -limit) throw wrong(type);
  return cell as number;
}

const wrong = (type: ColumnType): Error => new Error(`a value is not ${type}`);
