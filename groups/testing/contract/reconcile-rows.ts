/** Differences of a round that somebody settles before it is closed, worked out from the rows whenever asked. */
export const GAP_KINDS = [
  /** Came to a lane, and no sample stands. */
  'not-sampled',
  /** In a tube without a check-in. */
  'no-check-in',
  /** In a tube that was voided: has to be sampled again. */
  'void-tube',
  'tube-open',
  /** Closed, in no box. */
  'tube-not-packed',
  /** A packed code that no known tube bears. */
  'unknown-packing',
  /** The laboratory names a tube that nobody here knows. */
  'unknown-result',
  'box-not-sealed',
  /** Sealed, and on no hand-over. */
  'box-not-handed-over',
  /** On a hand-over, a count or a seal, and nothing is known to be in it. */
  'box-missing',
  /** Two counts, or a count and the scans, differ. */
  'count-differs',
  /** Handed over, signed by one side alone. */
  'handover-waiting',
  /** Each side names other boxes, or other numbers of tubes. */
  'handover-differs',
  /** Given by somebody who had handed the box over before. */
  'given-twice',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export const WAYS = [
  'accept',
  'close-tube',
  'pack-into',
  'void-tube',
  'void-check-in',
  'void-packing',
  'seal-box',
  'record-handover',
  'void-handover',
] as const;
/** What can be done about a difference with one click. */
export type Way = (typeof WAYS)[number];

/** The one table of what fits what. */
export const WAYS_OF: Readonly<Record<GapKind, readonly Way[]>> = {
  'not-sampled': ['void-check-in', 'accept'],
  'no-check-in': ['accept'],
  'void-tube': ['accept'],
  'tube-open': ['close-tube', 'void-tube'],
  'tube-not-packed': ['pack-into', 'void-tube', 'accept'],
  'unknown-packing': ['void-packing', 'accept'],
  'unknown-result': ['accept'],
  'box-not-sealed': ['seal-box', 'accept'],
  'box-not-handed-over': ['record-handover', 'accept'],
  'box-missing': ['accept'],
  'count-differs': ['accept'],
  'handover-waiting': ['record-handover', 'void-handover', 'accept'],
  'handover-differs': ['accept', 'void-handover'],
  'given-twice': ['accept'],
};

/** A leader's word that a difference stands as it is, with the reason. It holds while the figures said stay the same. */
export interface Acceptance {
  readonly id: string;
  readonly roundId: string;
  readonly kind: GapKind;
  /** A row's id, or a code. */
  readonly subject: string;
  /** The figures it was accepted with, e.g. `24/23`: another figure is another difference. */
  readonly said: string;
  readonly note: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}

export const SIGNS_AS = ['leader', 'second'] as const;
/** The testing leader, or the second person. */
export type SignsAs = (typeof SIGNS_AS)[number];

/** Somebody signed the round's summary as it stood: the hash is of its figures (`domain/reconcile/summary.ts`). */
export interface SummarySignature {
  readonly id: string;
  readonly roundId: string;
  /** SHA-256 of the figures, hex. */
  readonly hash: string;
  readonly signsAs: SignsAs;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
