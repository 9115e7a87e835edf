import * as XLSX from '@e965/xlsx';
import { csvText } from './csv-text.ts';

export interface WrittenColumn {
  readonly header: string;
  /** In characters; worked out from the first rows when absent. */
  readonly width?: number;
}

export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  /** A text stays a text, whatever it looks like; null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * An .xlsx with a header row per sheet. Texts are stored as shared strings in the text format, so that codes of 18
 * digits keep every digit and nothing that begins with = or @ becomes a formula.
 */
export function writeSheet({ sheets }: { readonly sheets: readonly WrittenSheet[] }): Buffer {
  const book = XLSX.utils.book_new();
  const names = new Set<string>();
  for (const sheet of sheets) {
    const name = sheetName(sheet.name, names);
    names.add(name);
    XLSX.utils.book_append_sheet(book, toWorksheet(sheet), name);
  }
  const bytes: Buffer = XLSX.write(book, {
    type: 'buffer',
    bookType: 'xlsx',
    bookSST: true,
    compression: true,
  });
  return bytes;
}

function toWorksheet(sheet: WrittenSheet): XLSX.WorkSheet {
  const lines = [sheet.columns.map((column) => column.header), ...sheet.rows];
  const worksheet: XLSX.WorkSheet = {
    '!data': lines.map((line) => line.map(toCell)),
    '!ref': `A1:${XLSX.utils.encode_cell({ c: Math.max(0, sheet.columns.length - 1), r: lines.length - 1 })}`,
    '!cols': sheet.columns.map((column, index) => ({ wch: column.width ?? guessWidth(sheet, index) })),
  };
  return worksheet;
}

const toCell = (value: string | number | null): XLSX.CellObject =>
  value === null
    ? { t: 'z' }
    : typeof value === 'number'
      ? { t: 'n', v: value }
      : { t: 's', v: value, z: '@' };

/** A Chinese character is two wide. */
const displayWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 2 : 1), 0);

function guessWidth(sheet: WrittenSheet, index: number): number {
  const texts = [
    sheet.columns[index]?.header ?? '',
    ...sheet.rows.slice(0, 50).map((row) => String(row[index] ?? '')),
  ];
  return Math.min(60, Math.max(6, ...texts.map(displayWidth)) + 2);
}

/** Sheet names: at most 31 characters, none of []:*?/\ and no name twice. */
function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet';
  for (let n = 1; ; n++) {
    const name = n === 1 ? clean : `${clean.slice(0, 27)} (${n})`;
    if (!taken.has(name)) return name;
  }
}

/** The same as comma separated text (`csv-text.ts`), as bytes. */
export const writeCsv = ({ columns, rows }: Omit<WrittenSheet, 'name'>): Buffer =>
  Buffer.from(csvText({ headers: columns.map(({ header }) => header), rows }));
