import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Host } from '#kernel/host.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { areaOfToken, hashToken } from '../../contract/token.ts';

export interface ByToken<T> {
  readonly areaId: string;
  readonly tokenHash: string;
  readonly found: T;
}

/** What a token of an invitation or code opens, in the area it names; null for a token that is none of ours. */
export async function findByToken<T>(
  host: Pick<Host, 'read'>,
  token: string,
  look: (tx: AreaTx, tokenHash: string) => Promise<T | null>,
): Promise<ByToken<T> | null> {
  const areaId = areaOfToken(token);
  if (areaId === null) return null;
  const tokenHash = await hashToken(token);
  const found = await host
    .read(areaId, (tx) => look(tx, tokenHash))
    .catch((error: unknown) => {
      // A made-up token names an area that is not here.
      if (error instanceof ProblemError && error.kind.code === 'crypto.no-key') return null;
      throw error;
    });
  return found === null ? null : { areaId, tokenHash, found };
}
