import pg from 'pg';

/** Every row of every table as text, in the order of their texts: table → rows. @param url of a superuser, whom no wall stops */
export async function everyRow(url: string): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`);
    const all = new Map<string, string[]>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `select t::text as text from ${name} t order by t::text collate "C"`,
      );
      all.set(
        name,
        rows.map(({ text }) => text),
      );
    }
    return all;
  } finally {
    await client.end();
  }
}
