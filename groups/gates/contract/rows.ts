/** A gate 门岗 of a compound. */
export interface Gate {
  readonly id: string;
  readonly name: string;
  readonly compoundId: string;
  /** Minutes of the day from which and until which it is open; both null: day and night. May reach over midnight. */
  readonly openFrom: number | null;
  readonly openUntil: number | null;
  /** Given up, epoch ms; what passed there stays. */
  readonly closedAt: number | null;
  readonly sort: number;
  readonly version: number;
}

export const LANE_DIRECTIONS = ['in', 'out', 'both'] as const;
export type LaneDirection = (typeof LANE_DIRECTIONS)[number];

/** A way through a gate 通道, where one volunteer stands. */
export interface GateLane {
  readonly id: string;
  readonly gateId: string;
  readonly name: string;
  readonly direction: LaneDirection;
  readonly sort: number;
  readonly removedAt: number | null;
  readonly version: number;
}

export const DIRECTIONS = ['in', 'out'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What somebody was known by at the gate. */
export const SUBJECTS = ['resident', 'pass', 'visit', 'unknown'] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * What came of it: `allowed` by the rule; `refused`; `asked`: let through on the leader's word; `emergency`: let
 * through because of one. All but `refused` went through.
 */
export const OUTCOMES = ['allowed', 'refused', 'asked', 'emergency'] as const;
export type PassageOutcome = (typeof OUTCOMES)[number];

export const EMERGENCIES = ['ambulance', 'dialysis', 'birth', 'hospital', 'disaster', 'other'] as const;
export type Emergency = (typeof EMERGENCIES)[number];

/** One person or vehicle at a gate, one way. Never changed but for `counts` and `voidedAt`. */
export interface Passage {
  readonly id: string;
  readonly gateId: string;
  readonly laneId: string | null;
  readonly direction: Direction;
  readonly subject: Subject;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly passId: string | null;
  readonly visitId: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly outcome: PassageOutcome;
  /** Which rule of the decision said so: `Rule` of `domain/decision`. */
  readonly rule: string;
  /** Of an emergency, which. */
  readonly reason: Emergency | null;
  readonly note: string;
  /** A photo, `kernel/files`. */
  readonly fileId: string | null;
  /** Uses one of the household's outings. */
  readonly counts: boolean;
  readonly voidedAt: number | null;
  readonly by: string;
  readonly version: number;
}

/**
 * Where somebody was seen last: the latest passage that went through and stands. One row a resident (by the resident's
 * id), one a pass of nobody in the register (by the pass's id).
 */
export interface Presence {
  readonly id: string;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly passId: string | null;
  readonly direction: Direction;
  readonly at: number;
  readonly gateId: string;
  readonly passageId: string;
  /** Out on one of the household's outings. */
  readonly counts: boolean;
  readonly version: number;
}

/** Whether it went through the gate and was not taken back. */
export const wentThrough = ({ outcome, voidedAt }: Pick<Passage, 'outcome' | 'voidedAt'>): boolean =>
  outcome !== 'refused' && voidedAt === null;
