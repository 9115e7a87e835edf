import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { isTransient } from './transient.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.close());

/** A session that the server ends, as it does when it goes down. */
async function ended(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const gone = new Promise<void>((resolve) => {
    client.once('end', () => resolve());
  });
  const other = new pg.Client({ connectionString: database.url });
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await other.end();
  await gone;
  return client;
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('"not now"', () => {
  it('is a question to a session that the server had ended', async () => {
    const failure = await failureOf((await ended()).query('select 1'));
    expect(failure).toBeInstanceOf(Error);
    expect(isTransient(failure)).toBe(true);
  });

  it('is a server that does not listen', async () => {
    const client = new pg.Client({ host: '127.0.0.1', port: 1 });
    expect(isTransient(await failureOf(client.connect()))).toBe(true);
  });

  it('is no wrong question', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    expect(isTransient(await failureOf(client.query('select nothing')))).toBe(false);
    await client.end();
  });
});
