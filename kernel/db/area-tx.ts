import type { Transaction } from 'kysely';
import type { AreaKeys } from '../crypto/area-keys.ts';

/** No table is known to the kernel; a store says which it uses: `tx.db.withTables<TestingTables>()`. */
export type NoTables = Record<never, never>;

/**
 * An open transaction bound to one area: `app.area_id` is set, row-level security sees only this area.
 * It is always an argument. There is no ambient transaction and no read outside it.
 */
export interface AreaTx {
  readonly areaId: string;
  readonly db: Transaction<NoTables>;
  /** The area's keys, held outside the database. */
  readonly keys: AreaKeys;
  /**
   * Takes a statement that is on its way and whose answer nobody needs: `commit` waits for it. Should it fail, nothing
   * is kept and the transaction throws its error.
   */
  settleAtCommit(answer: Promise<unknown>): void;
}
