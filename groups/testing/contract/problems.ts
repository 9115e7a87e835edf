import { defineProblems } from '#kernel/problem/problem.ts';

/**
 * Details hold figures, codes and keys of messages (`testing.state.closed`), which the texts say in words.
 *
 * 1–99 and 150–159 refuse a command or a request; the others from 100 on flag a fact that stands and that a leader
 * settles.
 */
export const problems = defineProblems('testing', 3000, {
  'no-such-round': [1, 404],
  'no-such-lane': [2, 404],
  'no-such-tube': [3, 404],
  'no-such-sample': [4, 404],
  'no-such-packing': [5, 404],
  'no-such-resident': [6, 404],
  'no-such-discrepancy': [7, 404],
  /** A client minted an id that stands already: forged or broken. */
  'id-taken': [8, 409],

  /** Only a round in draft may be changed that way or opened. */
  'not-draft': [20, 409],
  /** Only an open round can be closed. */
  'not-open': [21, 409],
  /** Details: `{ ratio }`. */
  'ratio-not-allowed': [22, 422],
  'no-lanes': [23, 422],
  'nobody-in-scope': [24, 422],
  /** A lane where something was sampled stays. Details: `{ count }` lanes. */
  'lane-in-use': [25, 409],
  /** Phones with unsent work or silent ones that were not acknowledged. Details: `{ count }`. */
  'phones-not-synced': [26, 409],

  'no-file': [30, 400],
  'no-such-supply': [33, 404],
  'not-your-supply': [34, 403],
  /** Everybody of the scope is away or exempt. */
  'nobody-awaited': [32, 422],
  /** Details: `{ limit }`. */
  'too-many-rows': [31, 413],

  'not-your-sample': [40, 403],
  /** Details: `{ minutes }` allowed. */
  'undo-too-late': [41, 409],
  'already-voided': [42, 409],
  /** Taking a tube out of a sealed box. */
  'box-sealed': [43, 409],

  'already-settled': [60, 409],
  /** This way of settling does not fit this discrepancy. Details: `{ resolution }`. */
  'resolution-wrong': [61, 422],
  'code-missing': [62, 422],
  /** Details: `{ code }`. */
  'code-taken': [63, 409],
  'resident-missing': [64, 422],

  'no-such-site': [130, 404],
  'no-such-point': [131, 404],
  /** The lists of a closed round stay. */
  'set-up-over': [132, 409],

  /** The same person sampled twice in the round. Subjects: sampleId, otherSampleId, tubeId, otherTubeId, residentId. */
  'double-sample': [100, 409],
  /** One code opened as two tubes. Subjects: tubeId, otherTubeId, laneId, otherLaneId. Details: `{ code }`. */
  'tube-used-twice': [101, 409],
  /** Details: `{ code, count, ratio }`. Subjects: tubeId; sampleId where one sample did it. */
  'tube-over-ratio': [102, 409],
  /** Sampled later than the tube's closing or packing. Details: `{ code }`. */
  'sample-into-closed-tube': [103, 409],
  /** The code read belongs to nobody on the list. */
  'unknown-person': [104, 409],
  'not-in-scope': [105, 409],
  /** Listed as away or exempt, and came. Details: `{ status }`. */
  'away-person-sampled': [106, 409],
  /** Before the opening or after the closing, by corrected time. Details: `{ state }`. */
  'round-not-open': [107, 409],
  /** Details: `{ code }`. Subjects: packingId, otherPackingId, boxId, otherBoxId. */
  'tube-packed-twice': [108, 409],
  /** Packed later than the box was sealed. Details: `{ code }` of the box. */
  'packed-into-sealed-box': [109, 409],
  /** Outside of what a box with samples has. Details: `{ code, temperature, coldest, warmest }`. */
  'temperature-odd': [160, 409],
  /** Two people confirm to have received one hand-over. Details: `{ code }`. */
  'handover-taken-twice': [161, 409],
  /** One member signed for both sides. Details: `{ code }`. */
  'handover-to-self': [162, 409],
  /** Nothing of that hand-over stands. */
  'no-such-handover': [163, 404],
  /** Signing before the round is closed. */
  'not-closed': [165, 409],
  /** The figures have moved since the signer looked. */
  'summary-changed': [166, 409],
  /** The same member signs a second time, or as the other person. */
  'summary-signed': [167, 409],
  /** The tube lies in a box already. Details: `{ code }`. */
  'tube-packed': [168, 409],
  /** The swab stands: its check-in does too. */
  'sample-stands': [169, 409],
  /** A box sealed into which nothing is known to be packed. Details: `{ code }`. */
  'box-unknown': [110, 409],

  /** Nobody of them is recalled or missed any more, or all are in such a round already. */
  'nobody-to-follow-up': [170, 409],
  /** People are added to a round that was made for the same and has not ended. */
  'not-its-follow-up': [171, 409],
  /** Recalled people are sampled one by one. */
  'recall-not-single': [172, 422],
  'no-such-slot': [140, 404],
  'no-such-door': [141, 404],
  /** A slot that was called stays where it is. */
  'slot-called': [142, 409],
  'slot-ended': [143, 409],
  /** The slots of the site are others than the screen showed. */
  'slots-changed': [144, 409],
  'times-wrong': [145, 422],
  'nobody-to-call': [146, 422],
  'site-without-lanes': [147, 422],
  'round-over': [148, 409],
  /** A fact: called out though it was cancelled. Subjects: roundId, slotId. */
  'ended-slot-called': [149, 409],
  /** Whoever comes along is somebody else. */
  'own-carer': [150, 422],
  /** What is moved together lay in one tube. */
  'not-one-tube': [151, 422],
  /** Details: `{ code }`. The samples are in that tube already. */
  'already-there': [152, 409],
  /** Details: `{ minutes }` allowed. */
  'correct-too-late': [153, 409],
  /** Details: `{ code }`. The tube lies in a sealed box. */
  'tube-sealed': [154, 409],
  /** Details: `{ code }`. The laboratory has answered. */
  'tube-has-result': [155, 409],
  /** A look of another's, or none: refuses a request, as 1–99 do. */
  'look-unknown': [180, 404],
  /** Looks open what they were made for for half an hour. */
  'look-expired': [181, 410],
});

export type TestingProblem = keyof typeof problems;
