import pg from 'pg';

const { builtins } = pg.types;

/**
 * Text to value per column type, for pg's `types.getTypeParser`.
 * `date` stays text: pg would make it midnight of the server process's own zone.
 */
export function typeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary') {
    switch (oid) {
      case builtins.TIMESTAMPTZ:
        return instant;
      case builtins.INT8:
        return wholeNumber;
      case builtins.DATE:
      case builtins.NUMERIC:
        return asText;
    }
  }
  return pg.types.getTypeParser(oid, format);
}

const asText = (text: string): string => text;

/** `2022-04-04 08:00:00.123+00` (sessions run in UTC) to epoch ms; finer digits are cut. */
export function instant(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  if (!text.endsWith('+00')) throw new Error('timestamptz is not in UTC');
  const ms = Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
  if (Number.isNaN(ms)) throw new Error('timestamptz is not a date of our era');
  return ms;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('int8 is beyond 2^53 and would be rounded');
  return value;
}
