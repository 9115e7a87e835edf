import { ProblemError } from '../problem/problem.ts';
import { parseCsv } from './csv.ts';
import { decodeText } from './decode.ts';
import { readExcel } from './excel.ts';
import { DEFAULT_LIMITS, type SheetLimits, type Workbook } from './model.ts';
import { sheetProblems } from './problems.ts';
import { sniff } from './sniff.ts';
import { guardZip } from './zip-guard.ts';

/**
 * Reads a workbook where it stands, blocking. For a request use `readSheetAside`.
 * @param bytes .xlsx, .xls or .csv; told apart by content, never by name
 * Throws `ProblemError` with a kind of `sheetProblems`.
 */
export function readSheet(bytes: Uint8Array, limits: SheetLimits = DEFAULT_LIMITS): Workbook {
  if (bytes.length > limits.fileBytes) {
    throw new ProblemError(sheetProblems['too-big'], { limitBytes: limits.fileBytes });
  }
  const format = sniff(bytes);
  if (format === 'xlsx') guardZip(bytes, limits);
  const book: Workbook =
    format === 'csv'
      ? { format, sheets: [parseCsv(decodeText(bytes), limits)] }
      : readExcel(bytes, format, limits);
  if (book.sheets.every((sheet) => sheet.rows.length === 0)) throw new ProblemError(sheetProblems.empty);
  return book;
}
