/** Supplies of a round's lanes. */

/** Swabs and tubes are set against what was done; `other` bears a name of its own. */
export const SUPPLY_KINDS = ['swab', 'tube', 'suit', 'mask', 'gloves', 'sanitiser', 'other'] as const;
export type SupplyKind = (typeof SUPPLY_KINDS)[number];

export const LANE_DEEDS = ['received', 'counted', 'returned'] as const;
/** What is done at a lane: received from the post, counted as left, returned to the post. */
export type LaneDeed = (typeof LANE_DEEDS)[number];
/** `issued`: handed out to a lane, as the post wrote it. */
export type SupplyDeed = 'issued' | LaneDeed;

/** One line of a lane's supplies: facts only, from which everything else is reckoned. */
export interface SupplyEntry {
  readonly id: string;
  readonly roundId: string;
  readonly laneId: string;
  readonly kind: SupplyKind;
  /** Of `other` only; empty for the rest. */
  readonly name: string;
  readonly deed: SupplyDeed;
  /** Pieces; sets of suits, pairs of gloves, bottles. */
  readonly quantity: number;
  readonly note: string;
  readonly at: number;
  readonly by: string;
  readonly voidedAt: number | null;
  readonly version: number;
}
