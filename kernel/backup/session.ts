import pg from 'pg';

/**
 * A connection for COPY, as the database's owner: its texts must read the same on every server and at every time, and
 * it may stand still while files are written.
 */
export async function openSession(url: string): Promise<pg.Client> {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set(
    'options',
    [...(given ? [given] : []), ...SETTINGS.map((s) => `-c ${s}`)].join(' '),
  );
  parsed.searchParams.set('application_name', 'concerto backup');
  const client = new pg.Client({
    connectionString: parsed.href,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // What is under way fails by itself; without a listener the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

const SETTINGS = [
  'timezone=UTC',
  'datestyle=ISO',
  'intervalstyle=postgres',
  'bytea_output=hex',
  'extra_float_digits=1',
  'idle_in_transaction_session_timeout=0',
  'statement_timeout=0',
];
