import type { QueryContext } from '#kernel/query/context.ts';

type Tx = QueryContext['tx'];

/**
 * Somebody whose own swab was positive: one person in the tube. A positive pool is none yet: its members are held and
 * sampled again singly (Shanghai, April 2022), and the single swab speaks.
 */
export interface PositiveCase {
  /** The swab's. */
  readonly id: string;
  readonly compoundId: string;
  readonly buildingId: string;
  /** Null where the dwelling belongs to no entrance. */
  readonly entranceId: string | null;
  /** When the result came to be known here, epoch ms. */
  readonly knownAt: number;
  /** The laboratory has put it right since: it is none. */
  readonly corrected: boolean;
}

export interface Positives {
  readonly cases: readonly PositiveCase[];
  /** Positive swabs that nobody has matched to a resident: they say nothing of any place. */
  readonly unplaced: number;
}

/** Where positives come from; a module lists one where it is mounted, zones knows none of them. */
export interface PositiveSource {
  /** @param since epoch ms: results known from then on */
  positives(tx: Tx, since: number): Promise<Positives>;
}
