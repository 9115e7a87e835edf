import type { GroupId, Role } from '#core/accounts/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Duty } from '../contract.ts';

export interface DutyRow extends Duty {
  readonly version: number;
}

/** A member as the roster needs him: is he here, and what was he when. */
export interface RosterMember {
  readonly id: string;
  readonly endedAt: number | null;
  readonly standings: readonly {
    readonly role: Role;
    readonly group: GroupId | null;
    readonly from: number;
    readonly until: number | null;
  }[];
}

export interface RosterState {
  readonly duties: WorkingSet<DutyRow>;
  readonly members: ReadonlyMap<string, RosterMember>;
  /** The longest duty the area's setting allows, in hours. */
  readonly longestHours: number;
}

export const emptyState = (
  members: ReadonlyMap<string, RosterMember>,
  longestHours: number,
): RosterState => ({
  duties: new WorkingSet<DutyRow>({}),
  members,
  longestHours,
});
