/** What a sheet is written from; a text stays a text, null is an empty cell. */
export interface CsvSheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * Comma separated UTF-8 with a mark, which spreadsheets open rightly. A cell that a spreadsheet would run as a
 * formula gets an apostrophe in front (OWASP, CSV injection); codes of 12 digits and more get a tab against rounding.
 * Also made in a browser.
 */
export const csvText = ({ headers, rows }: CsvSheet): string => `\ufeff${csvLines([headers, ...rows])}`;

/** More lines of one that is written piece by piece. */
export const csvLines = (lines: CsvSheet['rows']): string =>
  lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : /^\d{12,}$/.test(value) ? `\t${value}` : value;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
