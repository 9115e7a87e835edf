/** @param column from 0 @returns A, B, … Z, AA, … as a sheet names it */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** @param column from 0 @param row from 1 @returns e.g. `C12` */
export const cellAddress = (column: number, row: number): string => `${columnName(column)}${row}`;

/** @returns the column from 0 and the row from 1, or null when it is no address */
export function parseAddress(address: string): { column: number; row: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  const [, letters = '', digits = ''] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(digits) };
}
