/** Rows of what is done at a lane beside the swab itself. Instants are epoch ms. */

/** Who of the household came along with somebody sampled, a child as a rule. The id is the sample's. */
export interface Carer {
  readonly id: string;
  readonly roundId: string;
  readonly carerId: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}

export const SPOIL_REASONS = [
  'dropped',
  'swab-broken',
  'leaked',
  'tube-broken',
  'unreadable',
  'other',
] as const;
export type SpoilReason = (typeof SPOIL_REASONS)[number];

/** A swab, or a whole tube, that cannot be tested: its people are awaited again. */
export interface Spoilage {
  readonly id: string;
  readonly roundId: string;
  readonly tubeId: string;
  /** The one swab; null: the whole tube. */
  readonly sampleId: string | null;
  readonly reason: SpoilReason;
  /** Empty on phones that did not write it. */
  readonly note: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}

/** Swabs recorded under a wrong tube code and put right: what was recorded before stays readable here. */
export interface Correction {
  readonly id: string;
  readonly roundId: string;
  /** `move`: these swabs are in another tube; `swap`: two tubes bear each other's code. */
  readonly what: 'move' | 'swap';
  readonly fromTubeId: string;
  readonly fromCode: string;
  readonly toTubeId: string;
  readonly toCode: string;
  /** Of a swap: those that stood in either tube. */
  readonly sampleIds: readonly string[];
  /** Empty on phones that did not write it. */
  readonly note: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
