/** What must be equal: `checkedIn`, `inTubes`, `inPackedTubes` count people (swabs), the last two count tubes. */
export interface Figures {
  readonly checkedIn: number;
  readonly inTubes: number;
  readonly inPackedTubes: number;
  readonly tubes: number;
  readonly tubesPacked: number;
}

export const FIGURES = ['checkedIn', 'inTubes', 'inPackedTubes', 'tubes', 'tubesPacked'] as const;

export const DIFFERENCE_KINDS = [
  /** Checked in, and no sample stands. */
  'not-sampled',
  /** In a tube without a check-in. */
  'no-check-in',
  /** Checked in here, the swab is in a tube of another lane. */
  'to-other-lane',
  /** In a tube of this lane, checked in at another. */
  'from-other-lane',
  /** In a tube that was voided: has to be sampled again. */
  'void-tube',
  /** Still taking samples. */
  'tube-open',
  /** Closed, in no box. */
  'tube-not-packed',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One named difference of a lane. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly laneId: string;
  /** What it adds to the larger side, in people; negative where it adds to the smaller one. */
  readonly people: number;
  /** The rows: check-ins for `not-sampled`, tubes for the last two kinds, samples otherwise. Sorted. */
  readonly ids: readonly string[];
}

export interface LaneReconciliation {
  readonly laneId: string;
  readonly figures: Figures;
  readonly differences: readonly Difference[];
}

export interface Reconciliation {
  readonly total: Figures;
  /** Distinct people in tubes. */
  readonly people: number;
  /** Samples of people who are in a tube already: `inTubes` = `people` + these. */
  readonly repeatedSampleIds: readonly string[];
  /** Packed codes that no known tube bears: the phone that filled it has not synced. */
  readonly unknownPackingIds: readonly string[];
  readonly lanes: readonly LaneReconciliation[];
}

/** 应检未检 of a building: `expected` = `sampled` + `missed`; away and exempt people stand beside. */
export interface BuildingCoverage {
  readonly buildingId: string;
  readonly expected: number;
  readonly sampled: number;
  readonly missed: number;
  readonly away: number;
  readonly exempt: number;
}
