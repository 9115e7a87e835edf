import { cellAddress } from '#kernel/sheet/address.ts';
import type { ImportCell, ImportSheet } from './mapping.ts';

/** A doubtful cell set right on the page, before anything is applied. */
export interface CellEdit {
  readonly sheet: string;
  /** e.g. `F18` */
  readonly cell: string;
  readonly text: string;
}

/** The workbook as it would stand had the cells been right from the start. */
export function withEdits(
  sheets: readonly ImportSheet[],
  edits: readonly CellEdit[],
): readonly ImportSheet[] {
  if (edits.length === 0) return sheets;
  const bySheet = new Map<string, Map<string, string>>();
  for (const { sheet, cell, text } of edits) {
    const cells = bySheet.get(sheet) ?? new Map<string, string>();
    bySheet.set(sheet, cells.set(cell, text));
  }
  return sheets.map((sheet) => {
    const cells = bySheet.get(sheet.name);
    return cells ? { ...sheet, rows: sheet.rows.map((row) => editRow(row, cells)) } : sheet;
  });
}

type Row = ImportSheet['rows'][number];

function editRow(row: Row, edits: ReadonlyMap<string, string>): Row {
  const suffix = String(row.number);
  const mine = [...edits].filter(([cell]) => /^[A-Z]+/.exec(cell)?.[0] + suffix === cell);
  if (mine.length === 0) return row;
  const width = Math.max(row.cells.length, 64);
  const cells = Array.from({ length: width }, (_, column): ImportCell | undefined => {
    const text = edits.get(cellAddress(column, row.number));
    return text === undefined ? row.cells[column] : text.trim() === '' ? undefined : { value: text, text };
  });
  return { ...row, cells };
}
