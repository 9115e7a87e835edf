/** SQLSTATEs of values that have no form in Postgres: NUL in text, a number or a date out of its range, no such form. */
const UNSTORABLE = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

/** Whether a statement failed for a value that was given to it, and so for what somebody asked about. */
export const isUnstorable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && UNSTORABLE.has(String(error.code));
