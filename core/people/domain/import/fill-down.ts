import { targetOfHeader } from './headers.ts';
import type { ImportCell, ImportSheet, PlaceTarget, SheetMapping, Target } from './mapping.ts';
import { isPlaceTarget, PLACE_TARGETS } from './mapping.ts';
import { isSameAsAbove } from './text.ts';

export type RowKind = 'data' | 'blank' | 'subtotal' | 'header' | 'remark';

export type Place = Readonly<Partial<Record<PlaceTarget, string>>>;

export interface FilledRow {
  readonly number: number;
  readonly kind: RowKind;
  readonly cells: readonly (ImportCell | undefined)[];
  /** Place columns with what repeats filled in. */
  readonly place: Place;
}

const SUBTOTAL = /小计|合计|总计|共计|^共\s*\d+\s*[人户]/u;

/** From the whole to the part: when one changes, nothing below it is carried over from the line above. */
const LEVEL: Readonly<Record<PlaceTarget, number>> = {
  compound: 0,
  address: 1,
  lane: 1,
  building: 2,
  entrance: 3,
  floor: 4,
  room: 5,
};

/**
 * The rows below the header with their kinds, and with the place filled in where it repeats by being empty or 同上.
 * Only places repeat: an empty name, number or note is empty.
 */
export function fillPlaces(sheet: ImportSheet, mapping: Omit<SheetMapping, 'use'>): FilledRow[] {
  const places = mapping.columns.flatMap(({ column, target }) =>
    isPlaceTarget(target) ? [{ column, target }] : [],
  );
  const columnOf = (target: Target) =>
    mapping.columns.find((column) => column.target === target)?.column ?? -1;
  const nameColumn = columnOf('name');
  const idColumn = columnOf('idNumber');
  let above: Place = {};
  return sheet.rows.slice(mapping.headerRow).map((row) => {
    const kind = kindOf(row.cells, nameColumn, idColumn);
    if (kind !== 'data') return { ...row, kind, place: {} };
    above = fill(above, row.cells, places);
    return { ...row, kind, place: above };
  });
}

function fill(
  above: Place,
  cells: readonly (ImportCell | undefined)[],
  places: readonly { readonly column: number; readonly target: PlaceTarget }[],
): Place {
  const said: Partial<Record<PlaceTarget, string>> = {};
  let changedLevel = Number.POSITIVE_INFINITY;
  for (const { column, target } of places) {
    const text = cells[column]?.text.trim() ?? '';
    if (text === '' || isSameAsAbove(text)) continue;
    said[target] = text;
    if (text !== above[target]) changedLevel = Math.min(changedLevel, LEVEL[target]);
  }
  const place: Partial<Record<PlaceTarget, string>> = {};
  for (const { target } of places) {
    const carried = LEVEL[target] > changedLevel ? undefined : above[target];
    const value = said[target] ?? carried;
    if (value !== undefined) place[target] = value;
  }
  return place;
}

function kindOf(cells: readonly (ImportCell | undefined)[], name: number, id: number): RowKind {
  const filled = cells.filter((cell) => cell !== undefined && cell.text.trim() !== '');
  if (filled.length === 0) return 'blank';
  const nameText = cells[name]?.text.trim() ?? '';
  if (SUBTOTAL.test(nameText)) return 'subtotal';
  const unnamed = nameText === '' && (cells[id]?.text.trim() ?? '') === '';
  if (unnamed && filled.some((cell) => SUBTOTAL.test(cell?.text ?? ''))) return 'subtotal';
  if (targetOfHeader(nameText) === 'name') return 'header';
  if (unnamed && filled.length === 1 && (filled[0]?.text.length ?? 0) > 8) return 'remark';
  return 'data';
}

/** The columns of a place as one address, as rules read it: `15弄13号-101`, `3-2-402`. */
export function placeText(place: Place): string {
  return PLACE_TARGETS.flatMap((target) => {
    const text = target === 'compound' ? undefined : place[target];
    return text === undefined ? [] : [unitOf(target, text, place.lane !== undefined)];
  }).join('-');
}

/** A bare number in a column keeps what the column's header said of it. */
function unitOf(target: PlaceTarget, text: string, inLane: boolean): string {
  const bare = /^[0-9０-９]+[A-Z]?$/i.test(text);
  if (!bare) return text;
  if (target === 'building' && inLane) return `${text}号`;
  if (target === 'lane') return `${text}弄`;
  if (target === 'entrance') return `${text}单元`;
  if (target === 'floor') return `${text}层`;
  return text;
}
