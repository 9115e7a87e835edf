import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDatabase } from './pool.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { noKeys } from './testing/no-keys.ts';
import { inArea } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([]);
});
afterAll(() => database.close());

describe('openDatabase', () => {
  it('takes on the role that owns nothing, unless the owner is asked for', async () => {
    const who = sql<{ who: string }>`select current_user as who`;
    expect((await who.execute(database.db)).rows).toEqual([{ who: 'concerto_app' }]);
    expect((await who.execute(database.owner)).rows).toEqual([{ who: 'concerto' }]);
  });

  it('gives instants as epoch ms, int8 as number, numeric and date as text', async () => {
    const { rows } = await sql`
      select '2022-04-04 08:00:00.123+08'::timestamptz as at, 9007199254740991::int8 as whole_number,
        '0.30'::numeric as amount, '2022-04-04'::date as birth_date, null::timestamptz as never`.execute(
      database.db,
    );
    expect(rows).toEqual([
      {
        at: Date.UTC(2022, 3, 4, 0, 0, 0, 123),
        wholeNumber: Number.MAX_SAFE_INTEGER,
        amount: '0.30',
        birthDate: '2022-04-04',
        never: null,
      },
    ]);
  });

  it('refuses an int8 that a number would round', async () => {
    await expect(sql`select 9007199254740993::int8 as n`.execute(database.db)).rejects.toThrow('2^53');
  });

  it('leaves keys inside json as they are', async () => {
    const { rows } = await sql`select '{"snake_key": 1}'::jsonb as some_body`.execute(database.db);
    expect(rows).toEqual([{ someBody: { snake_key: 1 } }]);
  });

  it('survives the server ending its connections, idle or at work, and goes on', async () => {
    const lost = vi.fn();
    const db = openDatabase(database.url, { onConnectionLost: lost });
    const atWork = sql`select pg_sleep(20)`.execute(db);
    const idle = sql`select 1`.execute(db);
    await idle;
    const failing = expect(atWork).rejects.toMatchObject({ code: '57P01' });
    await vi.waitFor(async () => expect(await sleeping(database)).toHaveLength(1));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'concerto' and pid <> pg_backend_pid()`.execute(
      database.owner,
    );
    await failing;
    await vi.waitFor(() => expect(lost).toHaveBeenCalled());
    await vi.waitFor(async () => expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]));
    await db.destroy();
  });

  it('lets every connection go when it is destroyed, also those that only transactions used', async () => {
    const db = openDatabase(database.url);
    const areaId = await database.newArea();
    await inArea(db, areaId, noKeys, (tx) => sql`select 1`.execute(tx.db));
    await db.destroy();
    expect(db.pool.totalCount).toBe(0);
    await expect(sql`select 1`.execute(db)).rejects.toThrow();
  });

  it('keeps the options that the URL brings', async () => {
    const url = new URL(database.url);
    url.searchParams.set('options', '-c work_mem=12345kB');
    const db = openDatabase(url.href);
    const { rows } = await sql`select current_setting('work_mem') as mem, current_user as who`.execute(db);
    expect(rows).toEqual([{ mem: '12345kB', who: 'concerto_app' }]);
    await db.destroy();
  });
});

/** Who is at work in this database, so that nobody is ended before he has begun. */
async function sleeping({ owner }: TestDatabase) {
  const { rows } = await sql`select pid from pg_stat_activity
    where datname = current_database() and state = 'active' and query like 'select pg_sleep%'`.execute(owner);
  return rows;
}
