import type { KyselyPlugin, QueryResult, UnknownRow } from 'kysely';

/** Our pool reads instants as epoch ms; better-auth reckons with `Date`. Turns its own columns back. */
export const datesPlugin: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }): Promise<QueryResult<UnknownRow>> {
    return { ...result, rows: result.rows.map(withDates) };
  },
};

const isInstant = (column: string): boolean => /^(created|updated|expires)At$|ExpiresAt$/.test(column);

function withDates(row: UnknownRow): UnknownRow {
  const changed: Record<string, unknown> = { ...row };
  for (const [column, value] of Object.entries(row)) {
    if (typeof value === 'number' && isInstant(column)) changed[column] = new Date(value);
  }
  return changed;
}
