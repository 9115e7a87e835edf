import pg from 'pg';

export interface RawResult {
  readonly rows: number;
  readonly seconds: number;
}

/** Which rows of a table the push wrote; set-up's are left out. */
export interface RawSource {
  readonly table: string;
  readonly where: string;
}

const BATCH = 500;

/**
 * The limit to compare with: the very rows the push wrote, written again by plain 500-row INSERTs, each durable by
 * itself, into tables of the same shape, keys and indexes (but no foreign keys, policies or triggers), over one
 * connection on the same Postgres.
 */
export async function writeRaw(url: string, sources: readonly RawSource[]): Promise<RawResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Values stay the server's own text: they are only carried back.
  const asText = { getTypeParser: () => (text: string) => text };
  let rows = 0;
  let seconds = 0;
  try {
    for (const { table, where } of sources) {
      const copy = `raw_${table.replace('.', '_')}`;
      await client.query(`create table public.${copy} (like ${table} including all)`);
      const { rows: all, fields } = await client.query<unknown[]>({
        text: `select * from ${table} where ${where}`,
        rowMode: 'array',
        types: asText,
      });
      const names = fields.map((field) => `"${field.name}"`).join(', ');
      const start = performance.now();
      for (let from = 0; from < all.length; from += BATCH) {
        const batch = all.slice(from, from + BATCH);
        let n = 0;
        const tuples = batch.map((row) => `(${row.map(() => `$${++n}`).join(', ')})`).join(', ');
        await client.query(`insert into public.${copy} (${names}) values ${tuples}`, batch.flat());
      }
      seconds += (performance.now() - start) / 1000;
      rows += all.length;
      await client.query(`drop table public.${copy}`);
    }
  } finally {
    await client.end();
  }
  return { rows, seconds };
}
