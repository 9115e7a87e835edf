import type { GroupId, Role } from '#core/accounts/contract.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Problem } from '#kernel/problem/problem.ts';
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
  /** `<group>/<member>` → why that member cannot be given a duty there. */
  readonly unmet: ReadonlyMap<string, Problem>;
}

export const unmetKey = (group: GroupId, memberId: string): string => `${group}/${memberId}`;

export const emptyState = (
  members: ReadonlyMap<string, RosterMember>,
  longestHours: number,
  unmet: ReadonlyMap<string, Problem>,
): RosterState => ({
  duties: new WorkingSet<DutyRow>({}),
  members,
  longestHours,
  unmet,
});
