import { defineProblems } from '#kernel/problem/problem.ts';
import { flowProblems } from './flow-problems.ts';
import { visitProblems } from './visit-problems.ts';

/**
 * 1–99 refuse a command or a request; 100–199 flag a passage that stands and that a leader settles. 200 and up belong
 * to visits, 300 and up to looks.
 */
export const problems = defineProblems('gates', 8000, {
  ...flowProblems,
  'no-such-gate': [1, 404],
  'no-such-lane': [2, 404],
  'no-such-passage': [3, 404],
  'no-such-compound': [4, 404],
  /** A client minted an id that stands already: replayed, forged or broken. */
  'id-taken': [5, 409],
  /** Another gate of the compound is called so. Details: `{ name }`. */
  'name-taken': [6, 409],
  /** Opening hours are both given or both left out, and differ. */
  'hours-wrong': [7, 422],
  'gate-closed': [8, 409],
  'gate-open': [9, 409],

  'not-your-passage': [20, 403],
  /** Details: `{ minutes }` allowed. */
  'undo-too-late': [21, 409],
  'already-voided': [22, 409],
  'no-such-discrepancy': [30, 404],
  'already-settled': [31, 409],
  /** This way of settling does not fit this discrepancy. */
  'resolution-wrong': [32, 422],

  /** Let out more often than the household may. Subjects: passageId, householdId. Details: `{ count, quota, days }`. */
  'outings-exceeded': [100, 409],
  /** Let out of, or into, a place whose status forbids it. Details: `{ status }`. */
  'zone-forbade': [101, 409],
  /** Let through by a pass that was not good. Details: `{ why }`, a problem of passes. */
  'pass-was-bad': [102, 409],
  /** Missed a test and let out. */
  'missed-let-out': [103, 409],
  /** Any other rule that said no. Details: `{ rule }`. */
  'rule-not-kept': [104, 409],

  ...visitProblems,
});

export type GatesProblem = keyof typeof problems;
