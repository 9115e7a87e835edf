import type { RoundState } from './rows.ts';

/**
 * One term per round whose sites have a list, from the draft on: setting up comes before the opening, when no phone
 * has the round itself yet. Nothing of residents is in it.
 */
export const SET_UP_TERM = 'testing.set-up';
export const setUpTerm = (roundId: string): string => `${SET_UP_TERM}/${roundId}`;

/** Points and checks travel as the rows of `set-up-rows.ts`. */
export const SET_UP_COLLECTIONS = {
  round: 'testing.set-up-round',
  site: 'testing.set-up-site',
  point: 'testing.set-up-point',
  check: 'testing.set-up-check',
} as const;
export type SetUpCollection = (typeof SET_UP_COLLECTIONS)[keyof typeof SET_UP_COLLECTIONS];

export interface SetUpRoundRow {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly version: number;
}

export interface SetUpSiteRow {
  readonly id: string;
  readonly roundId: string;
  readonly name: string;
  readonly sort: number;
  readonly removedAt: number | null;
  readonly version: number;
}
