import * as XLSX from '@e965/xlsx';
import { ProblemError } from '../problem/problem.ts';
import type { Cell, MergedRange, Sheet, SheetFormat, SheetLimits, SheetRow, Workbook } from './model.ts';
import { sheetProblems } from './problems.ts';

/** Reads a workbook whose type is known and, when packed, has passed `guardZip`. Throws `sheet.broken`. */
export function readExcel(bytes: Uint8Array, format: SheetFormat, limits: SheetLimits): Workbook {
  const book = open(bytes);
  const hidden = new Set(
    (book.Workbook?.Sheets ?? []).filter((props) => props.Hidden).map((props) => props.name ?? ''),
  );
  let cells = 0;
  const sheets = book.SheetNames.flatMap((name): Sheet[] => {
    const source = book.Sheets[name];
    if (!source || source['!type'] === 'chart') return [];
    const rows = readRows(source);
    for (const row of rows) cells += row.cells.length;
    if (cells > limits.cells)
      throw new ProblemError(sheetProblems['too-many-cells'], { limit: limits.cells });
    return [{ name, hidden: hidden.has(name), rows, merges: (source['!merges'] ?? []).map(toRange) }];
  });
  return { format, sheets };
}

/** Whatever the library trips over, the file is broken: its own words help nobody and may quote contents. */
function open(bytes: Uint8Array): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellDates: true,
      UTC: true,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) {
      throw new ProblemError(sheetProblems.locked);
    }
    throw new ProblemError(sheetProblems.broken);
  }
}

const toRange = (range: XLSX.Range): MergedRange => ({
  top: range.s.r + 1,
  bottom: range.e.r + 1,
  left: range.s.c,
  right: range.e.c,
});

function readRows(source: XLSX.WorkSheet): SheetRow[] {
  const rows: SheetRow[] = [];
  const data = source['!data'] ?? [];
  let filled = 0;
  for (let index = 0; index < data.length; index++) {
    const line = data[index] ?? [];
    const cells: (Cell | undefined)[] = [];
    let last = 0;
    for (let column = 0; column < line.length; column++) {
      const cell = toCell(line[column]);
      cells.push(cell);
      if (cell) last = column + 1;
    }
    cells.length = last;
    rows.push({ number: index + 1, cells });
    if (last > 0) filled = rows.length;
  }
  rows.length = filled;
  return rows;
}

function toCell(cell: XLSX.CellObject | undefined): Cell | undefined {
  if (!cell) return undefined;
  const formula = cell.f !== undefined;
  if (cell.v === undefined || cell.v === null || cell.v === '') {
    return formula ? { value: '', text: '', formula: 'without-value' } : undefined;
  }
  const plain = plainCell(cell);
  return formula ? { ...plain, formula: 'with-value' } : plain;
}

function plainCell(cell: XLSX.CellObject): Cell {
  const { v: value, w: shown } = cell;
  if (value instanceof Date) {
    const iso = value.toISOString();
    const text = iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
    return { value: text, text: shown ?? text };
  }
  if (cell.t === 'e') return { value: shown ?? '#ERROR', text: shown ?? '#ERROR' };
  // A General number is shown as 3.10199E+17; in full it still tells which person is meant.
  if (typeof value === 'number') {
    const general = cell.z === undefined || cell.z === 'General';
    return { value, text: general || shown === undefined ? String(value) : shown };
  }
  if (typeof value === 'boolean') return { value, text: value ? 'TRUE' : 'FALSE' };
  return { value: value ?? '', text: String(value ?? '') };
}
