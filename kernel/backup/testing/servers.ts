import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { binariesIn } from '../../db/embedded/binaries.ts';
import { type EmbeddedServer, startEmbedded } from '../../db/embedded/embedded.ts';

const OLDEST = process.env.POSTGRES_15_BIN || '/usr/lib/postgresql/15/bin';

/** The oldest supported PostgreSQL, in a folder of its own. */
export const startOldest = (folder: string): Promise<EmbeddedServer> =>
  startEmbedded({ dataFolder: join(folder, 'pg15'), binaries: binariesIn(OLDEST), durable: false });

/** Statements one after the other on a connection of their own; the rows of the last. */
export async function asked<Row>(
  url: string,
  ...statements: (readonly [text: string, ...values: unknown[]])[]
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const [text, ...values] of statements) rows = (await client.query(text, values)).rows as Row[];
    return rows;
  } finally {
    await client.end();
  }
}

export interface NewDatabase {
  /** Its owner's. */
  readonly url: string;
  /** Of the server's superuser, who sees past every wall. */
  readonly unwalled: string;
}

/**
 * An empty database of a name of its own.
 * @param owner `plain`: no superuser, so that row-level security stands before the owner too
 */
export async function newDatabase(
  serverUrl: string,
  owner: 'superuser' | 'plain' = 'superuser',
): Promise<NewDatabase> {
  const name = `backup_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const unwalled = url.href;
  if (owner === 'superuser') {
    await asked(serverUrl, [`create database ${name}`]);
    return { url: unwalled, unwalled };
  }
  await asked(
    serverUrl,
    [`create role ${name} login password 'secret' nosuperuser createrole nobypassrls`],
    [`create database ${name} owner ${name}`],
    // What an administrator does where the role stands already.
    [
      `do $$ begin if exists (select from pg_roles where rolname = 'concerto_app')
        then grant concerto_app to ${name} with admin option; end if; end $$`,
    ],
  );
  url.username = name;
  url.password = 'secret';
  return { url: url.href, unwalled };
}
