import { type ChainFindings, checkChain } from '#kernel/command/server/chain.ts';
import { openDatabase } from '#kernel/db/pool.ts';
import { noKeys } from '#kernel/db/testing/no-keys.ts';
import { inArea } from '#kernel/db/transaction.ts';

/** The area's hash chain worked out again, straight at the database. */
export async function chainOf(url: string, areaId: string): Promise<ChainFindings> {
  const db = openDatabase(url, { role: 'owner', maxConnections: 1 });
  try {
    return await inArea(db, areaId, noKeys, checkChain, { readOnly: true });
  } finally {
    await db.destroy();
  }
}
