import type { Problem, ProblemDetails } from '#kernel/problem/problem.ts';
import type { Direction, Emergency } from '../../contract/rows.ts';

/** A pass that was shown, and what its own rules say of it now. */
export interface ShownPass {
  readonly passId: string;
  /** As passes call them: resident, volunteer, worker … */
  readonly kind: string;
  readonly residentId: string | null;
  readonly householdId: string | null;
  /** Whether who goes out by it uses the household's outings. */
  readonly quota: 'household' | 'none';
  readonly verdict: 'good' | 'ask' | 'refuse';
  /** Why it is not good; null where it is. */
  readonly why: Problem | null;
  /** Suspended passes keep people in, never out. */
  readonly suspended: boolean;
}

/** Somebody of no household here: a visitor, a worker, a courier. */
export interface ShownVisit {
  readonly visitId: string;
  /** Where to, nearest first: `[entranceId, buildingId, compoundId]`; empty: nowhere in particular. */
  readonly path: readonly string[];
}

/** Somebody wants through a gate. */
export interface Attempt {
  readonly gateId: string;
  readonly laneId: string | null;
  readonly direction: Direction;
  /** Epoch ms. */
  readonly at: number;
  readonly residentId: string | null;
  /** Where the person is not named: the household whose card or pass was shown. */
  readonly householdId: string | null;
  readonly pass: ShownPass | null;
  readonly visit: ShownVisit | null;
  readonly emergency: Emergency | null;
}

/** Ids of the rules, as they stand in passages: never renamed. Their order and meaning: the README. */
export const RULES = [
  'emergency',
  'pass',
  'returning',
  'unknown',
  'gate-closed',
  'lane',
  'hours',
  'visit-zone',
  'visit',
  'zone',
  'missed',
  'night',
  'pass-missing',
  'not-named',
  'someone-out',
  'outings-used',
  'pass-good',
  'within-outings',
  'free',
] as const;
export type Rule = (typeof RULES)[number];

export interface GateAnswer {
  readonly answer: 'allowed' | 'refused' | 'ask';
  readonly rule: Rule;
  /** What the rule's words need: figures, ids, keys of messages. */
  readonly details: ProblemDetails;
}
