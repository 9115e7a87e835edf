import { ProblemError } from '../problem/problem.ts';
import type { Cell, Sheet, SheetLimits, SheetRow } from './model.ts';
import { sheetProblems } from './problems.ts';

/**
 * Comma, semicolon or tab separated text (RFC 4180, and what spreadsheets really write). Every cell stays the text
 * it is: codes of 17 or 18 digits are never numbers.
 */
export function parseCsv(text: string, limits: SheetLimits): Sheet {
  const separator = guessSeparator(text);
  const rows: SheetRow[] = [];
  let cells: (Cell | undefined)[] = [];
  let count = 0;
  const endCell = (raw: string) => {
    const value = cleanField(raw);
    cells.push(value === '' ? undefined : { value, text: value });
    if (++count > limits.cells)
      throw new ProblemError(sheetProblems['too-many-cells'], { limit: limits.cells });
  };
  const endRow = () => {
    rows.push({ number: rows.length + 1, cells });
    cells = [];
  };

  let at = 0;
  while (at < text.length) {
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      endCell(text.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
      endCell(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at++;
      if (at >= text.length) endCell('');
      continue;
    }
    // Anything else between a closing quote and the next separator is not lost but has no meaning either.
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    endRow();
  }
  if (cells.length > 0) endRow();
  while (rows.length > 0 && rows.at(-1)?.cells.every((cell) => cell === undefined)) rows.pop();
  return { name: '', hidden: false, rows, merges: [] };
}

/** The end of the text closes a quote that nothing else closes. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at++;
    else return at;
  }
  return text.length;
}

/** A tab before a code and `="…"` both keep a spreadsheet from rounding it; neither belongs to the value. */
function cleanField(raw: string): string {
  const text = raw.startsWith('\t') || raw.endsWith('\t') ? raw.replace(/^\t+|\t+$/g, '') : raw;
  const quoted = /^="(.*)"$/s.exec(text);
  return quoted?.[1] ?? text;
}

/** The one that stands most often outside quotes in the first lines. */
function guessSeparator(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}
