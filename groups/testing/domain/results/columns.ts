/** Which column of a laboratory's sheet says what; indexes from 0. */
export interface ResultColumns {
  readonly code: number;
  readonly outcome: number;
  readonly time: number | null;
  /** Kept beside the result as they stand: Ct values, remarks. */
  readonly notes: readonly number[];
}

const CODE = /条码|管号|样本(编)?号|样品(编)?号|采样管|标本号|barcode|tube|sample\s*(id|no)/i;
const OUTCOME = /结果|result/i;
const TIME = /时间|日期|time|date/i;
const NOTE = /ct|备注|说明|remark|note/i;

/** Guessed from the words of the head row; null where no column can be the tube's or the result's. */
export function guessColumns(head: readonly string[]): ResultColumns | null {
  const find = (pattern: RegExp) => head.findIndex((title) => pattern.test(title));
  const code = find(CODE);
  const outcome = find(OUTCOME);
  if (code < 0 || outcome < 0 || code === outcome) return null;
  const taken = new Set([code, outcome]);
  const time = head.findIndex((title, column) => !taken.has(column) && TIME.test(title));
  const notes = head.flatMap((title, column) => (!taken.has(column) && NOTE.test(title) ? [column] : []));
  return { code, outcome, time: time < 0 ? null : time, notes };
}

/** The first row that looks like a head, within the first ten: laboratories put titles above. */
export function findHead(rows: readonly (readonly string[])[]): number {
  const found = rows.slice(0, 10).findIndex((row) => guessColumns(row) !== null);
  return Math.max(0, found);
}
