export const CLEARINGS = [
  /** Came after all: a late phone, a later round, a paper list. */
  'sampled',
  /** Away or exempt after all. */
  'excused',
  /** No longer in the register. */
  'left',
] as const;
export type Clearing = (typeof CLEARINGS)[number];

/** 应检未检: somebody awaited in a round that has ended, and not sampled since its opening. Its id: `expectedId`. */
export interface Missed {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  readonly buildingId: string;
  /** The round's opening: a swab since then clears, whichever round took it. Epoch ms. */
  readonly openedAt: number;
  /** When the round ended, or when a swab that stood until then was found void. */
  readonly since: number;
  readonly clearedAt: number | null;
  readonly clearedBy: Clearing | null;
  /** The swab, of this round or another, that cleared it. */
  readonly sampleId: string | null;
  readonly version: number;
}

export const CALL_WAYS = ['phone', 'door', 'other'] as const;
export type CallWay = (typeof CALL_WAYS)[number];

export const CALL_ANSWERS = ['coming', 'no-answer', 'refused', 'away', 'wrong-number', 'other'] as const;
export type CallAnswer = (typeof CALL_ANSWERS)[number];

/** 二次通知: one call to somebody who has not come, or one knock at the door. */
export interface SecondCall {
  readonly id: string;
  readonly roundId: string;
  readonly residentId: string;
  readonly way: CallWay;
  readonly answer: CallAnswer;
  readonly note: string;
  readonly at: number;
  readonly by: string;
  readonly version: number;
}
