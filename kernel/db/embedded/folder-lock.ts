import pg from 'pg';

/** Held by one process per data folder: a session's advisory lock, which the kernel ends with the process. */
export interface FolderLock {
  /** Settles when the server ends the session, not after `release`. */
  readonly lost: Promise<void>;
  ensureDatabase(name: string): Promise<void>;
  release(): Promise<void>;
}

const LOCK = 0x636f6e63;

/**
 * Takes the folder's lock inside its own server, so that there is no lock file to go stale.
 * @param url the server's maintenance database
 */
export async function lockFolder(
  url: string,
  timeoutMs: number,
): Promise<FolderLock | 'held-by-another' | 'no-answer'> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    keepAlive: true,
    application_name: 'concerto-folder',
  });
  let released = false;
  const lost = new Promise<void>((resolve) => {
    client.once('end', () => {
      if (!released) resolve();
    });
  });
  // The end of the session is told by `end`; an `error` event without a listener would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`select pg_try_advisory_lock(${LOCK}) as locked`);
    if (rows[0]?.locked !== true) {
      released = true;
      await client.end();
      return 'held-by-another';
    }
  } catch {
    released = true;
    await client.end().catch(() => undefined);
    return 'no-answer';
  }
  return {
    lost,
    ensureDatabase: async (name) => {
      const found = await client.query('select from pg_database where datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
    },
    release: async () => {
      released = true;
      await client.end();
    },
  };
}
