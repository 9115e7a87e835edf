import { type KnownRule, recogniseRules } from '#core/places/contract.ts';
import { compoundFromTitle, compoundOfSheet } from './compound-name.ts';
import { lookAt } from './content.ts';
import { fillPlaces, placeText } from './fill-down.ts';
import { targetOfHeader } from './headers.ts';
import type { ColumnMapping, ImportSheet, Mapping, NamedRule, SheetMapping, Target } from './mapping.ts';

/** How far down titles and notes may push the header. */
const HEADER_ROWS = 30;
const SAMPLE_ROWS = 300;
/** A column is told by its cells when so many of them look alike. */
const SURE = 0.6;

export interface RecogniseOptions {
  /** The catalogue of rules and the area's own. */
  readonly rules: readonly KnownRule[];
  /** Rules that compounds of this area already have, by the compound's name: they win where they fit. */
  readonly ruleOfCompound: ReadonlyMap<string, KnownRule>;
  /** Without folder and ending; the last guess for a compound's name. */
  readonly fileName: string;
}

/** Proposes how to read a workbook. A sheet in which no names stand under a header is proposed as not used. */
export function recognise(sheets: readonly ImportSheet[], options: RecogniseOptions): Mapping {
  return { sheets: sheets.map((sheet) => recogniseSheet(sheet, options)) };
}

function recogniseSheet(sheet: ImportSheet, options: RecogniseOptions): SheetMapping {
  const headerRow = findHeader(sheet);
  const columns = recogniseColumns(sheet, headerRow);
  const has = (...targets: Target[]) => columns.some((column) => targets.includes(column.target));
  const placed = has('address', 'building', 'room', 'lane');
  const compound = compoundOfSheet(sheet.name) || compoundFromTitle(sheet, headerRow) || options.fileName;
  const draft = { sheet: sheet.name, headerRow, columns, compound, rules: [] };
  const use = !sheet.hidden && has('name') && placed;
  return { ...draft, use, rules: use ? proposeRules(sheet, draft, options) : [] };
}

const textAt = (sheet: ImportSheet, row: number, column: number): string =>
  sheet.rows[row - 1]?.cells[column]?.text ?? '';

/** The row, within the first thirty, whose cells mean the most different things; 0 when none names a person. */
function findHeader(sheet: ImportSheet): number {
  let best = { row: 0, score: 1 };
  for (const { number, cells } of sheet.rows.slice(0, HEADER_ROWS)) {
    const targets = cells.flatMap((cell) => (cell ? [targetOfHeader(cell.text)] : []));
    const known = new Set(targets.filter((target) => target !== null && target !== 'ignore'));
    // A row of data has few words that are headers by chance.
    if (known.size > best.score && known.size >= targets.length / 3)
      best = { row: number, score: known.size };
  }
  return best.row || (looksLikeHeader(sheet) ? 1 : 0);
}

/** Words nobody knows above cells with figures are a header all the same. */
function looksLikeHeader({ rows: [first, second] }: ImportSheet): boolean {
  const texts = (row: typeof first) => (row?.cells ?? []).flatMap((cell) => (cell ? [cell.text] : []));
  const hasFigure = (text: string) => /[0-9]/.test(text);
  return texts(first).length > 1 && !texts(first).some(hasFigure) && texts(second).some(hasFigure);
}

/**
 * Columns by the words above them, where these are silent or speak of several things by their cells.
 * A header of two lines: the lower one is looked at where the upper one is empty or means nothing.
 */
export function recogniseColumns(sheet: ImportSheet, headerRow: number): ColumnMapping[] {
  const sample = sheet.rows.slice(headerRow, headerRow + SAMPLE_ROWS);
  const width = Math.max(0, ...sheet.rows.slice(0, headerRow + SAMPLE_ROWS).map((row) => row.cells.length));
  const taken = new Set<Target>();
  const columns: ColumnMapping[] = [];
  for (let column = 0; column < width; column++) {
    const header = headerRow === 0 ? '' : textAt(sheet, headerRow, column).trim();
    const above = headerRow > 1 && header === '' ? textAt(sheet, headerRow - 1, column).trim() : '';
    const shown = header || above;
    const look = lookAt(sample.map((row) => row.cells[column]?.text ?? ''));
    let target: Target = targetOfHeader(shown) ?? byLook(look);
    if (target === 'phone' && taken.has('phone')) target = 'otherPhone';
    if ((target === 'room' || target === 'building') && look.address >= SURE) target = 'address';
    const single = target !== 'ignore' && target !== 'note';
    if (single && taken.has(target)) target = 'ignore';
    taken.add(target);
    columns.push({ column, header: shown, target });
  }
  return columns;
}

function byLook(look: ReturnType<typeof lookAt>): Target {
  if (look.filled === 0) return 'ignore';
  if (look.identity >= SURE) return 'idNumber';
  if (look.phone >= SURE) return 'phone';
  if (look.sex >= SURE) return 'sex';
  if (look.address >= SURE) return 'address';
  if (look.name >= 0.9 && look.filled > 2) return 'name';
  return 'ignore';
}

/** One rule for each compound of the sheet, by how its addresses look. */
export function proposeRules(
  sheet: ImportSheet,
  mapping: Omit<SheetMapping, 'use'>,
  options: Pick<RecogniseOptions, 'rules' | 'ruleOfCompound'>,
): NamedRule[] {
  const samples = new Map<string, string[]>();
  for (const row of fillPlaces(sheet, mapping)) {
    const text = placeText(row.place);
    if (row.kind !== 'data' || text === '') continue;
    const compound = row.place.compound || mapping.compound;
    const list = samples.get(compound);
    if (list) list.push(text);
    else samples.set(compound, [text]);
  }
  return [...samples].flatMap(([compound, texts]): NamedRule[] => {
    const own = options.ruleOfCompound.get(compound);
    if (own && (recogniseRules(texts, [own])[0]?.fits ?? 0) >= 0.8) return [{ compound, ...own }];
    const best = recogniseRules(texts, options.rules)[0];
    return best ? [{ compound, name: best.name, rule: best.rule }] : [];
  });
}
