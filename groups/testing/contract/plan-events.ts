import type { DomainEvent } from '#kernel/command/command.ts';
import type { Excuse, ExpectedStatus } from './rows.ts';

/** Somebody not awaited for a reason that was said before the opening. */
export interface ExcusedPerson {
  readonly residentId: string;
  readonly status: Exclude<ExpectedStatus, 'expected'>;
  readonly reason: Excuse;
}

export interface BuildingList {
  readonly buildingId: string;
  readonly expected: readonly string[];
  /** Not awaited: away by the register. */
  readonly away: readonly string[];
  /** Not awaited: said before the opening. */
  readonly excused: readonly ExcusedPerson[];
}

export type PlanEvent =
  | DomainEvent<
      'testing.round-opened',
      { readonly roundId: string; readonly buildings: readonly BuildingList[] }
    >
  /** Before the opening: what will stand on the list. */
  | DomainEvent<
      'testing.expectation-planned',
      {
        readonly roundId: string;
        readonly status: ExpectedStatus;
        readonly reason: Excuse | null;
        readonly residentIds: readonly string[];
      }
    >;
