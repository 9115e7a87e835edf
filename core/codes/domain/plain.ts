import { isUuid } from '#kernel/time-id/uuid.ts';
import { symbolOf, symbolValue } from './alphabet.ts';
import { checkSymbol } from './check-symbol.ts';
import { PLAIN_KINDS, type PlainKind, type RowKind } from './kinds.ts';

/**
 * A plain code: kind letter, area tag (2 symbols), serial (8), check symbol; shown as `PK7X 2M4Q 9TDC`.
 *
 * The serial of a row is the last 40 bits of its UUID, which are random in version 7. So a code needs no table, can be
 * made offline, and tells nothing. Among 10,000 residents the chance that any two share one is 1 in 20,000; a look-up
 * that finds two shows both.
 */
const SERIAL = 8;

/** Two symbols out of the area's id: tells another area's code from a misread one; 1 in 1,024 areas share a tag. */
export const areaTag = (areaId: string): string => tagOfEnd(uuidHex(areaId));

/** The same of an area's id of which only the end is known. @param hex at least its last three digits */
export function tagOfEnd(hex: string): string {
  const bits = Number.parseInt(hex.slice(-3), 16);
  return symbolOf(bits >>> 5) + symbolOf(bits);
}

/** The eight symbols that stand for a row. Throws when `id` is no UUID. */
export function serialOf(id: string): string {
  const hex = uuidHex(id).slice(-10);
  // Without a list of bytes between: a phone makes 25,000 of them when it takes a round in.
  return fourSymbols(Number.parseInt(hex.slice(0, 5), 16)) + fourSymbols(Number.parseInt(hex.slice(5), 16));
}

const fourSymbols = (bits: number): string =>
  symbolOf(bits >>> 15) + symbolOf(bits >>> 10) + symbolOf(bits >>> 5) + symbolOf(bits);

/** The last ten hexadecimal digits of the ids a serial stands for; for SQL: `right(id::text, 10) = …`. */
export function serialHex(serial: string): string {
  let value = 0n;
  for (const symbol of serial) value = value * 32n + BigInt(symbolValue(symbol) ?? 0);
  return value.toString(16).padStart(10, '0');
}

/** The printed code of a row, without groups. */
export const codeOfRow = (kind: RowKind, areaId: string, id: string): string =>
  plainCode(kind, areaId, serialOf(id));

/** Transport boxes are used again and again and carry their number, 1–99,999,999. */
export function boxCode(areaId: string, number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99_999_999) {
    throw new RangeError('a box number is within 1–99999999');
  }
  return plainCode('box', areaId, String(number).padStart(SERIAL, '0'));
}

/** @param body eight symbols; nine for a tube (domain/tube-series.ts) */
export function plainCode(kind: PlainKind, areaId: string, body: string): string {
  const unchecked = PLAIN_KINDS[kind] + areaTag(areaId) + body;
  return unchecked + checkSymbol(unchecked);
}

/** Groups for the eye: fours, a tube `TK76-0417-A-0032-X`, everything else as it is. */
export function formatCode(code: string): string {
  const tube = /^(T..\d)(\d{4})(.)(\d{4})(.)$/.exec(code);
  if (tube) return tube.slice(1).join('-');
  return /^[PHBXDV].{11}$/.test(code) ? (code.match(/.{4}/g)?.join(' ') ?? code) : code;
}

function uuidHex(id: string): string {
  if (!isUuid(id)) throw new RangeError('not a UUID');
  return id.replaceAll('-', '');
}
