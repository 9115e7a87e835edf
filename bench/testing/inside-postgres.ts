import pg from 'pg';

/** What the embedded server is started with, so that it keeps its own book of what it took. */
export const KEEP_BOOK: Readonly<Record<string, string>> = {
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_planning': 'on',
};

/**
 * Planning and execution of all statements of a database since it was last asked, as Postgres itself counts them, ms: what
 * happens in the database, without the way there and back and without the reading of rows at the other end.
 * @param url the owner's; the server runs with `KEEP_BOOK`
 */
export async function timeInside(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('create extension if not exists pg_stat_statements');
    const { rows } = await client.query<{ ms: number }>(
      `select coalesce(sum(total_plan_time + total_exec_time), 0)::float8 as ms from pg_stat_statements
       where dbid = (select oid from pg_database where datname = current_database())`,
    );
    await client.query(
      'select pg_stat_statements_reset(0, oid) from pg_database where datname = current_database()',
    );
    return rows[0]?.ms ?? Number.NaN;
  } finally {
    await client.end();
  }
}
