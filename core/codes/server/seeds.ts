import { randomBytes } from 'node:crypto';
import type { SealedTable } from '#kernel/crypto/sealed-table.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { publicKeyOf } from '../domain/signed/sign.ts';

/** What a sealed private key is bound to: it opens nowhere else. */
const CONTEXT = 'codes.signing_key.seed';

/** What of a signing key is sealed, for the rotation of the area's keys. */
export const sealedSeedTable: SealedTable = {
  table: 'codes.signing_key',
  fields: [{ cipher: 'sealedSeed', context: CONTEXT }],
};

export function drawPair(tx: AreaTx): { publicKey: string; sealedSeed: Uint8Array } {
  const seed = randomBytes(32);
  return { publicKey: publicKeyOf(seed), sealedSeed: tx.keys.seal(seed.toString('hex'), CONTEXT) };
}

export const openSeed = (tx: AreaTx, sealedSeed: Uint8Array): Uint8Array =>
  Buffer.from(tx.keys.open(sealedSeed, CONTEXT), 'hex');
