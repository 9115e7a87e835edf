import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { openField } from './tools.ts';

/**
 * Resident id → head of HMAC-SHA-256 over the identity number, as `identityHash` makes it on a phone. Numbers are
 * opened here and forgotten at once; persons without one are left out.
 */
export async function identityHashes(
  tx: AreaTx,
  residentIds: readonly string[],
  key: Uint8Array,
  bytes: number,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; idCipher: Buffer }>`
    select id, id_cipher from people.resident
    where area_id = ${tx.areaId} and id = any(${residentIds}::uuid[]) and id_cipher is not null`.execute(
    tx.db,
  );
  const hashes = new Map<string, string>();
  for (const { id, idCipher } of rows) {
    const number = openField(tx, 'idNumber', idCipher);
    hashes.set(id, createHmac('sha256', key).update(number).digest().toString('hex', 0, bytes));
  }
  return hashes;
}
