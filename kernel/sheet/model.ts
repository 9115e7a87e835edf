/** The plain shape of a workbook: no library type leaves this folder. */

/** A number stays a number and a text a text; a date is `YYYY-MM-DD`, with ` HH:mm` when it has a time. */
export type CellValue = string | number | boolean;

export interface Cell {
  readonly value: CellValue;
  /** As a person sees it, except that a number without a format is written in full, never as 3.1E+17. */
  readonly text: string;
  /** A formula stood here: `value` is what was stored beside it; nothing is ever evaluated. */
  readonly formula?: 'with-value' | 'without-value';
}

export interface SheetRow {
  /** As the sheet numbers it, from 1. */
  readonly number: number;
  /** Index is the column, from 0; empty cells are undefined. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows up to the last one with a value, blank ones included, so that row n stands at index n − 1. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
}

export type SheetFormat = 'xlsx' | 'xls' | 'csv';

export interface Workbook {
  readonly format: SheetFormat;
  readonly sheets: readonly Sheet[];
}

export interface SheetLimits {
  /** Of the file as it comes, bytes. */
  readonly fileBytes: number;
  /** Of everything in a packed workbook once unpacked, bytes. */
  readonly unpackedBytes: number;
  /** Unpacked ÷ packed of one part larger than 1 MiB; a register has about 10, an empty grid up to 60. */
  readonly packingRatio: number;
  readonly parts: number;
  readonly cells: number;
  /** For the whole reading, ms. */
  readonly timeMs: number;
}

export const DEFAULT_LIMITS: SheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  packingRatio: 200,
  parts: 2000,
  cells: 3_000_000,
  timeMs: 60_000,
};
