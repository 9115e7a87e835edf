import pg from 'pg';

/** What names things outside the round: kept as it is. Every other id is made anew for each copy. */
const KEPT = ['area_id', 'resident_id', 'building_id', 'device_id'];
/** Codes are of their day: each copy has its own. */
const CODES = ['code', 'tube_code'];

/**
 * Copies the round of an area so many times, each a day earlier and closed, with every row that any table of testing
 * holds of it, and its discrepancies, settled. Then what autovacuum would do. The log of commands is not copied.
 */
export async function copyRounds(url: string, roundId: string, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "set synchronous_commit = off; set session_replication_role = replica; set work_mem = '256MB'",
    );
    let rows = 0;
    for (const [table, columns] of await tablesOfRounds(client)) {
      const values = [...columns].map(([name, type]) => copied(name, type));
      const own = table === 'round' ? 'id' : 'round_id';
      const { rowCount } = await client.query(
        `insert into testing.${table} (${[...columns.keys()].join(', ')})
         select ${values.join(', ')} from generate_series(1, $2::int) as n cross join testing.${table} as o
         where o.${own} = $1`,
        [roundId, count],
      );
      rows += rowCount ?? 0;
    }
    await client.query(`update testing.round set state = 'closed', closed_at = opened_at where id <> $1`, [
      roundId,
    ]);
    await client.query(
      `insert into kernel.discrepancy (area_id, id, version, command_id, code, problem, subjects, raised_at, settled_at,
         settled_by, resolution, note)
       select area_id, ${anew('id')}, version, ${anew('command_id')}, code, problem,
         subjects || jsonb_build_object('roundId', ${anew("(subjects->>'roundId')")}), raised_at - n * interval '1 day',
         raised_at, 'system', 'keep', ''
       from generate_series(1, $2::int) as n cross join kernel.discrepancy as o where subjects->>'roundId' = $1`,
      [roundId, count],
    );
    await client.query('vacuum analyze');
    await client.query('checkpoint');
    return rows;
  } finally {
    await client.end();
  }
}

const anew = (column: string): string => `md5(${column}::text || n)::uuid`;

function copied(name: string, type: string): string {
  if (type === 'uuid' && !KEPT.includes(name)) return anew(`o.${name}`);
  if (type === 'timestamp with time zone') return `o.${name} - n * interval '1 day'`;
  return CODES.includes(name) ? `o.${name} || '-' || n` : `o.${name}`;
}

/** Table of testing → column → type, of those that hold rows of rounds. */
async function tablesOfRounds(client: pg.Client): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(
    `select c.table_name as "table", c.column_name as name, c.data_type as type
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'testing' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     order by c.table_name, c.ordinal_position`,
  );
  const tables = new Map<string, Map<string, string>>();
  for (const { table, name, type } of rows) {
    const columns = tables.get(table) ?? new Map<string, string>();
    tables.set(table, columns.set(name, type));
  }
  for (const [table, columns] of tables)
    if (table !== 'round' && !columns.has('round_id')) tables.delete(table);
  return tables;
}
