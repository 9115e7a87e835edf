import type { SummarySignature } from '../../contract/reconcile-rows.ts';

export interface Editions {
  /** Of the figures as they stand now: 1 for the first that anybody signed or will sign. */
  readonly current: number;
  /** Signed before, and the figures have moved since. */
  readonly revised: boolean;
  /** By hash, in the order of their first signature. */
  readonly of: ReadonlyMap<string, number>;
}

/** Which version of the figures each signature is for. Figures that go back to what was signed are that version again. */
export function editionsOf(signatures: readonly SummarySignature[], hash: string): Editions {
  const of = new Map<string, number>();
  for (const signature of [...signatures].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    if (!of.has(signature.hash)) of.set(signature.hash, of.size + 1);
  }
  const current = of.get(hash) ?? of.size + 1;
  return { current, revised: of.size > 0 && !of.has(hash), of };
}
