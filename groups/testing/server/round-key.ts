import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { identityKeyPurpose } from '../domain/identity-hash.ts';

/** Stays the round's own from its making on, also when the area's keys are rotated: phones hold it. */
export const roundKey = (tx: AreaTx, roundId: string, createdAt: number): Buffer =>
  tx.keys.derive(identityKeyPurpose(roundId), createdAt);

export async function findRoundKey(tx: AreaTx, roundId: string): Promise<Buffer> {
  const { rows } = await sql<{ createdAt: number }>`
    select created_at from testing.round where area_id = ${tx.areaId} and id = ${roundId}`.execute(tx.db);
  return roundKey(tx, roundId, rows[0]?.createdAt ?? 0);
}
