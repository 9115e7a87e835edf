/** `refused` 拒检: was asked and does not want to; `absent` 未到: was looked for and not met. */
export const REFUSAL_KINDS = ['refused', 'absent'] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** Which reasons fit which kind: the one table that screens and `decide` read. */
export const REFUSAL_REASONS_OF = {
  refused: ['unwell', 'afraid', 'tested-elsewhere', 'unwilling', 'other'],
  absent: ['no-answer', 'at-work', 'in-hospital', 'cannot-come', 'moved-away', 'other'],
} as const satisfies Record<RefusalKind, readonly string[]>;
export type RefusalReason = (typeof REFUSAL_REASONS_OF)[RefusalKind][number];

export const REFUSAL_REASONS: readonly RefusalReason[] = [
  ...new Set<RefusalReason>([...REFUSAL_REASONS_OF.refused, ...REFUSAL_REASONS_OF.absent]),
];

/**
 * Why somebody of the list was not sampled, as the field heard it. It stands while nothing of the person is in a tube:
 * being sampled withdraws it in meaning, the row stays (`refusalOf`, domain/refusal.ts).
 */
export interface Refusal {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  readonly kind: RefusalKind;
  readonly reason: RefusalReason;
  /** Empty on phones that did not write it. */
  readonly note: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
