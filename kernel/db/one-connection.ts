import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type QueryExecutor,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Database } from './pool.ts';
import { preparedName } from './prepared.ts';

/**
 * One lent connection as Kysely sees it. Statements go out as they are asked for, not each after the answer to the
 * one before, as Kysely's own provider would have it: the connection is in pipeline mode and answers in order.
 */
export class OneConnection implements DatabaseConnection, ConnectionProvider {
  /** @param writes whether its transaction is one that writes */
  constructor(
    private readonly client: Pick<pg.ClientBase, 'query'>,
    private readonly writes: boolean,
  ) {}

  async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const values = parameters as unknown[];
    const name = values.length === 0 ? undefined : preparedName(text, values, this.writes);
    const query = name === undefined ? { text, values } : { name, text, values };
    const { command, rowCount, rows } = await this.client.query(query);
    // A statement text of two commands answers with two results; none of ours asks for the rows of those.
    const answer = { rows: rows ?? [] };
    return CHANGES.has(command) ? { ...answer, numAffectedRows: BigInt(rowCount ?? 0) } : answer;
  }

  // biome-ignore lint/correctness/useYield: refused before anything is yielded
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('a pipelined connection has no cursors');
  }

  provideConnection<T>(consumer: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
    return consumer(this);
  }
}

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** What the pool's own Kysely does with a query, on this connection alone. */
export function executorOn(connection: OneConnection, db: Database): QueryExecutor {
  const { dialect } = db;
  return new DefaultQueryExecutor(
    dialect.createQueryCompiler(),
    dialect.createAdapter(),
    connection,
    db.getExecutor().plugins as never,
  );
}
