import { CompiledQuery, type Kysely, Transaction } from 'kysely';
import type { AreaKeys } from '../crypto/area-keys.ts';
import { isUuid } from '../time-id/uuid.ts';
import type { AreaTx, NoTables } from './area-tx.ts';
import type { Database } from './pool.ts';

export interface InAreaOptions {
  /** One consistent view for as long as the work takes; the database refuses writes. */
  readonly readOnly?: boolean;
}

/**
 * Runs `work` in one transaction bound to an area: commits when it returns, rolls back when it throws and throws on
 * the same error. `begin` and the area travel together, so an empty transaction costs two round trips.
 * @throws when `areaId` is not a canonical UUID, before anything is sent
 */
export async function inArea<T>(
  db: Database,
  areaId: string,
  keys: AreaKeys,
  work: (tx: AreaTx) => Promise<T>,
  options: InAreaOptions = {},
): Promise<T> {
  // The id is written into the statement: only a simple query can carry two commands in one trip.
  if (!isUuid(areaId)) throw new Error('an area id is a canonical UUID');
  const begin = options.readOnly ? 'begin isolation level repeatable read read only' : 'begin';
  return db.connection().execute(async (connection) => {
    const transaction = typedAsTransaction(connection, db);
    await transaction.executeQuery(
      CompiledQuery.raw(`${begin}; select set_config('app.area_id', '${areaId}', true)`),
    );
    let result: T;
    try {
      result = await work({ areaId, db: transaction, keys });
      await transaction.executeQuery(CompiledQuery.raw('commit'));
    } catch (error) {
      await rollBack(transaction);
      throw error;
    }
    return result;
  });
}

/** A connection that cannot roll back is gone, and with it the transaction: the first error is the one to tell. */
async function rollBack(transaction: Transaction<NoTables>): Promise<void> {
  await transaction.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
}

/** Kysely's own builder would spend a round trip on `begin` alone. The driver given here is never used. */
function typedAsTransaction(connection: Kysely<NoTables>, db: Database): Transaction<NoTables> {
  return new Transaction<NoTables>({
    config: { dialect: db.dialect },
    dialect: db.dialect,
    driver: db.dialect.createDriver(),
    executor: connection.getExecutor(),
  });
}
