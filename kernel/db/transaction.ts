import { DummyDriver, sql, Transaction } from 'kysely';
import type pg from 'pg';
import type { AreaKeys } from '../crypto/area-keys.ts';
import { isUuid } from '../time-id/uuid.ts';
import type { AreaTx, NoTables } from './area-tx.ts';
import { executorOn, OneConnection } from './one-connection.ts';
import type { Database } from './pool.ts';

export interface InAreaOptions {
  /** One consistent view for as long as the work takes; the database refuses writes. */
  readonly readOnly?: boolean;
}

/**
 * Writes reach their rows by key, and while tables are new the planner has no figures to know it by: without this it
 * finds reading a whole table cheaper, and a plan it keeps would go on doing so when the table is full.
 */
const BY_KEY = "set_config('enable_seqscan', 'off', true)";

/** Two commands in one trip: only a simple query can carry them, so the id is written into the text. */
function beginning(areaId: string, writes: boolean): string {
  if (!isUuid(areaId)) throw new Error('an area id is a canonical UUID');
  const area = `set_config('app.area_id', '${areaId}', true)`;
  return writes
    ? `begin; select ${area}, ${BY_KEY}`
    : `begin isolation level repeatable read read only; select ${area}`;
}

/**
 * Runs `work` in one transaction bound to an area: commits when it returns, rolls back when it throws and throws on
 * the same error. `begin` travels with the first statements, `commit` with the last that `settleAtCommit` was given.
 * @throws when `areaId` is not a canonical UUID, before anything is sent
 */
export async function inArea<T>(
  db: Database,
  areaId: string,
  keys: AreaKeys,
  work: (tx: AreaTx) => Promise<T>,
  options: InAreaOptions = {},
): Promise<T> {
  const writes = !options.readOnly;
  const begin = beginning(areaId, writes);
  const client = await db.pool.connect();
  const unheard = new Unheard();
  try {
    // Should `begin` alone fail, what follows finds no area: row-level security shows and takes nothing.
    const [, result] = await Promise.all([
      client.query(begin),
      work({ areaId, db: transactionOn(client, db, writes), keys, settleAtCommit: unheard.add }),
    ]);
    if (writes) {
      await commit(client, unheard);
      client.release();
    } else endView(client);
    return result;
  } catch (error) {
    // A connection that cannot roll back is gone, and with it the transaction: the first error is the one to tell.
    const cause = unheard.failure?.error ?? error;
    await client.query('rollback').catch(() => undefined);
    client.release();
    throw cause;
  }
}

async function commit(client: pg.PoolClient, unheard: Unheard): Promise<void> {
  const [{ command }] = await Promise.all([client.query('commit'), unheard.settled()]);
  // Postgres answers `commit` after a failed statement by rolling back.
  if (command !== 'COMMIT') throw new Error('a statement failed before the commit: nothing is kept');
}

/** Nothing of a view is kept: nobody waits for its end but who is lent the connection next. */
function endView(client: pg.PoolClient): void {
  client.query('commit').then(
    () => client.release(),
    (error: Error) => client.release(error),
  );
}

/**
 * Runs a part of a transaction that may fail alone: what it wrote is undone, the error is thrown, the transaction
 * goes on. Savepoints do not nest.
 */
export async function inSavepoint(tx: AreaTx, work: (tx: AreaTx) => Promise<void>): Promise<void> {
  const unheard = new Unheard();
  await sql`savepoint part`.execute(tx.db);
  try {
    await work({ ...tx, settleAtCommit: unheard.add });
    await Promise.all([unheard.settled(), sql`release savepoint part`.execute(tx.db)]);
  } catch (error) {
    const cause = unheard.failure?.error ?? error;
    await sql`rollback to savepoint part`.execute(tx.db);
    throw cause;
  }
}

/** Statements whose answers are heard at the end. */
class Unheard {
  /** The first that failed; what was asked after it failed only because of it. */
  failure: { readonly error: unknown } | null = null;
  private readonly answers: Promise<unknown>[] = [];

  readonly add = (answer: Promise<unknown>): void => {
    this.answers.push(answer);
    answer.catch((error: unknown) => {
      this.failure ??= { error };
    });
  };

  async settled(): Promise<void> {
    await Promise.all(this.answers);
  }
}

/** Kysely's own builder would spend a round trip on `begin` alone. The driver given here is never used. */
function transactionOn(client: pg.PoolClient, db: Database, writes: boolean): Transaction<NoTables> {
  const { dialect } = db;
  return new Transaction<NoTables>({
    config: { dialect },
    dialect,
    driver: new DummyDriver(),
    executor: executorOn(new OneConnection(client, writes), db),
  });
}
