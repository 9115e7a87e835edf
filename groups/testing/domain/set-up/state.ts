import type { Stamp } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { FileRef } from '#kernel/files/contract.ts';
import type { RoundState } from '../../contract/rows.ts';
import type { SetUpCheck, SetUpPoint } from '../../contract/set-up-rows.ts';

/** A photo that a check brought, to be announced when the batch is saved. */
export interface TakenPhoto {
  readonly file: FileRef;
  readonly stamp: Stamp;
}

export interface SetUpState {
  readonly points: WorkingSet<SetUpPoint, 'site'>;
  readonly checks: WorkingSet<SetUpCheck, 'point'>;
  readonly photos: TakenPhoto[];
}

/** What the rules of setting up look at: a part of `TestingState`, and on phones a state of its own. */
export interface SetUpWorld {
  readonly rounds: { get(id: string): { readonly state: RoundState } | undefined };
  readonly sites: {
    get(id: string): { readonly roundId: string; readonly removedAt: number | null } | undefined;
  };
  readonly setUp: SetUpState;
}

export const createSetUpState = (): SetUpState => ({
  points: new WorkingSet<SetUpPoint, 'site'>({ site: (point) => point.siteId }),
  checks: new WorkingSet<SetUpCheck, 'point'>({ point: (check) => check.pointId }),
  photos: [],
});
