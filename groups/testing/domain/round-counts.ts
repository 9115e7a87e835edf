/** Standing swabs and tubes that have lanes and state in common. */
export interface LaneCount {
  /** Lane of the tubes; null where no such tube is known. */
  readonly tubeLaneId: string | null;
  /** Lane of the swabs, and so of their check-ins; null where the tubes hold no swab of their own lane. */
  readonly checkInLaneId: string | null;
  /** The tubes were thrown away. */
  readonly voided: boolean;
  readonly where: 'packed' | 'open' | 'closed';
  /** Standing swabs. */
  readonly scans: number;
  /** Each tube is counted in one row; in the others of its swabs it is not. */
  readonly tubes: number;
  /** Sum of what the counted tubes say they hold. */
  readonly people: number;
}

/** The list of one building, and who of it is in a tube. */
export interface CoverageCount {
  readonly buildingId: string;
  readonly expected: number;
  readonly sampled: number;
  readonly away: number;
  readonly exempt: number;
}

/** What a board is put together from. */
export interface RoundCounts {
  readonly lanes: readonly LaneCount[];
  /** Distinct people in tubes that stand. */
  readonly people: number;
  readonly coverage: readonly CoverageCount[];
}
