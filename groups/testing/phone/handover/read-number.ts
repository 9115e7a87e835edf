const plain = (typed: string): string => typed.normalize('NFKC').trim().replace('。', '.').replace(',', '.');

/** What fingers typed as a count; null where it is none. */
export function readCount(typed: string): number | null {
  const text = plain(typed);
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** Degrees to a tenth; null where it is no number. Empty is read by the caller. */
export function readDegrees(typed: string): number | null {
  const text = plain(typed).replace('−', '-');
  return /^-?\d{1,2}(\.\d)?$/.test(text) ? Number(text) : null;
}
