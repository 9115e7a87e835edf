import type { AreaTx } from '#kernel/db/area-tx.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { codesProblems } from '../domain/problems.ts';
import { keyInUse } from '../domain/signed/keys.ts';
import type { SignedKind, SignedMore } from '../domain/signed/payload.ts';
import { signCode } from '../domain/signed/sign.ts';
import { openSeed } from './seeds.ts';
import { loadKeys } from './store.ts';

export interface Grant {
  readonly kind: SignedKind;
  readonly subjectId: string;
  /** Epoch ms, inclusive. */
  readonly notBefore: number;
  /** Epoch ms, exclusive. */
  readonly expiresAt: number;
  readonly more?: SignedMore;
}

/**
 * Signs with the key in use at `now`; one text per grant, in their order. The caller has asked whether it may.
 * @throws `codes.no-key` when the area has none in use
 */
export async function signGrants(tx: AreaTx, grants: readonly Grant[], now: number): Promise<string[]> {
  const key = keyInUse(await loadKeys(tx), now);
  if (!key?.sealedSeed) throw new ProblemError(codesProblems['no-key']);
  const seed = openSeed(tx, key.sealedSeed);
  return grants.map((grant) => signCode({ ...grant, areaId: tx.areaId, keyId: key.id, issuedAt: now }, seed));
}
