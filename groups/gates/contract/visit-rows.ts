import type { PassageOutcome } from './rows.ts';

/** Visits 来访: people who do not live here and are let in for a time. Instants are epoch ms. */

/** 访客, 施工务工, 快递外卖, 公务抢修. */
export const VISIT_KINDS = ['visitor', 'worker', 'courier', 'service'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** As many as come in one van. */
export const MOST_TOGETHER = 50;

/** Who came, as far as they were asked: the least that is needed, and none of it has to be given. */
export interface VisitorDetails {
  /** On a phone that pulled it, and at a desk: the surname with stars. */
  readonly name: string | null;
  /** The last four digits of their phone. */
  readonly phoneTail: string | null;
  /** As `cleanPlate` writes it. */
  readonly plate: string | null;
}

/** One coming of somebody who does not live here. Of those turned away nothing of the person is kept. */
export interface Visit extends VisitorDetails {
  readonly id: string;
  readonly kind: VisitKind;
  /** Of the gate. */
  readonly compoundId: string;
  /** Where they came in, or were turned away. */
  readonly gateId: string;
  /** The passage that let them in; taken back, the visit goes with it. */
  readonly passageId: string;
  /** Where to; null: to no building, to the gate, to the grounds. */
  readonly buildingId: string | null;
  readonly entranceId: string | null;
  /** As it was said: `402`; empty when no room was. */
  readonly room: string;
  /** How many came together. */
  readonly people: number;
  readonly outcome: PassageOutcome;
  /** When they came in, or were turned away. */
  readonly enteredAt: number;
  /** Until when they are expected to stay. */
  readonly expectedUntil: number;
  /** Null while they are inside; of those turned away, when that was. */
  readonly leftAt: number | null;
  readonly voidedAt: number | null;
  readonly version: number;
}

export const isInside = ({ leftAt, voidedAt }: Pick<Visit, 'leftAt' | 'voidedAt'>): boolean =>
  leftAt === null && voidedAt === null;
