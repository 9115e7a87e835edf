import { defineProblems } from '#kernel/problem/problem.ts';

/** Numbers are never reused. What a gate says of a code before it knows the pass is core/codes' own (4020–4026). */
export const problems = defineProblems('passes', 8500, {
  /** A pass of that id stands. */
  'pass-exists': [1, 409],
  'unknown-pass': [2, 404],
  /** { count } of the passes asked for are revoked already */
  'pass-revoked': [3, 409],
  'period-reversed': [4, 400],
  /** { most } days at once, as the area has set it */
  'period-too-long': [5, 400],
  /** Names nobody of the register, no household and no member: { count } */
  'unknown-holder': [6, 404],
  /** A pass of that kind that is good in that time stands for the same holder or plate: { count } */
  'has-pass': [7, 409],
  /** That kind of pass needs another holder: { kind } */
  'wrong-holder': [8, 400],
  'not-suspended': [9, 409],
  /** It has ended: there is nothing to hand out anew. */
  'pass-over': [10, 409],

  // What a gate answers to a pass that was read. The first group refuses, the second asks the leader.
  /** { until } epoch ms */
  expired: [20, 403],
  /** { from } epoch ms */
  'not-yet-valid': [21, 403],
  /** { reason } key of a message */
  revoked: [22, 403],
  /** { reason } key of a message */
  suspended: [23, 403],
  /** The holder's building is in a status that suspends passes: { status } key of a message */
  'zone-suspended': [24, 403],
  /** Not for this compound. */
  'other-compound': [25, 403],
  /** The rolling code is older than the area allows: { span, unit }, e.g. 12 of `passes.unit.hours` */
  'screen-old': [26, 403],
  /** The rolling code belongs to another pass, or was made up. */
  'screen-forged': [27, 403],
  /** A pass for a phone without its rolling code: a copy on paper or a link. */
  'screen-missing': [28, 403],
  /** A code that is signed by the area but is no pass. */
  'no-pass': [29, 400],
  /** The pass was renewed: this paper, this link is the old one. { since } epoch ms */
  replaced: [30, 403],
  /** Came in already and did not go out since: { at } epoch ms */
  'in-already': [40, 409],
  /** Went out already and did not come back since: { at } epoch ms */
  'out-already': [41, 409],
  /** The rolling code is of a time to come: one of the two phones has its clock wrong: { span, unit } */
  'screen-ahead': [42, 409],
  /** This phone does not hold what rolling codes are checked with. */
  'screen-unchecked': [43, 409],
});
