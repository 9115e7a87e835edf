import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { NoTables } from './area-tx.ts';
import { GatheringClient } from './gathering-client.ts';
import { typeParser } from './type-parsers.ts';

/** Owns nothing, may not log in, sees one area at a time; every connection of the running app takes it on. */
export const APP_ROLE = 'concerto_app';

export interface DatabaseOptions {
  /** `app` (default) takes on `concerto_app`; `owner` stays the user of the URL: migrations and the CLI's look-ups. */
  readonly role?: 'app' | 'owner';
  readonly maxConnections?: number;
  /** Told when the server ends a connection: a restart, a shutdown. Queries under way fail on their own. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** A Kysely that remembers its pool, so that `inArea` can type one connection as a transaction. */
export class Database extends Kysely<NoTables> {
  readonly dialect: PostgresDialect;

  constructor(readonly pool: pg.Pool) {
    const dialect = new PostgresDialect({ pool });
    super({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
    this.dialect = dialect;
  }

  /** Ends the pool also where nothing but transactions used it: those borrow from it directly, and Kysely ends only what it opened itself. */
  override async destroy(): Promise<void> {
    await super.destroy();
    if (!this.pool.ending) await this.pool.end();
  }
}

/**
 * Opens a pool; nothing connects before the first query. `destroy()` closes it.
 *
 * Values in code: instants as epoch ms, `int8` as number, `numeric` and `date` as text, `bytea` as Buffer.
 * @param url `postgres://user:password@host:port/database`, any PostgreSQL ≥ 15
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const lost = options.onConnectionLost ?? (() => undefined);
  const pool = new pg.Pool({
    Client: GatheringClient,
    connectionString: withSessionSettings(url, options.role ?? 'app'),
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Statements asked for together travel together; answers come in order.
    pipeline: true,
    types: { getTypeParser: typeParser },
  });
  // A server that shuts down says so on every connection. pg raises that as an `error` event, idle or lent out,
  // and an event without a listener would end the process.
  pool.on('error', lost);
  pool.on('connect', (client) => {
    client.on('error', lost);
  });
  return new Database(pool);
}

/**
 * Session settings travel in the start-up packet: no round trip, and no query can run before them.
 */
function withSessionSettings(url: string, role: 'app' | 'owner'): string {
  const parsed = new URL(url);
  const settings = ['-c timezone=UTC', '-c datestyle=ISO', '-c idle_in_transaction_session_timeout=60s'];
  if (role === 'app') settings.push(`-c role=${APP_ROLE}`);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set('options', given ? `${given} ${settings.join(' ')}` : settings.join(' '));
  if (!parsed.searchParams.has('application_name')) parsed.searchParams.set('application_name', 'concerto');
  return parsed.href;
}
