import type { Grant } from '#kernel/access/access.ts';
import type { Session } from '#kernel/ui/session.ts';
import { GROUPS, type GroupId, ROLES, type Role } from '../contract/roles.ts';
import { mayGive, standingsOf } from '../domain/authority.ts';

/** What the signed-in person may give away; the server decides again by the same rule. */
export interface Giving {
  readonly roles: readonly Role[];
  readonly groups: readonly GroupId[];
  /** Whether roles outside the groups are among it. */
  readonly free: boolean;
}

export function givingOf(session: Pick<Session, 'grants'> | null, now: number): Giving {
  const authorities = standingsOf(session?.grants ?? [], now);
  const gives = (role: Role, group: GroupId | null) => authorities.some((by) => mayGive(by, role, group));
  return {
    roles: ROLES.filter((role) => [null, ...GROUPS].some((group) => gives(role, group))),
    groups: GROUPS.filter((group) => ROLES.some((role) => gives(role, group))),
    free: ROLES.some((role) => gives(role, null)),
  };
}

/** Whether somebody with these grants leads that person, and so helps with account and PIN. */
export const mayHelp = (
  grants: readonly Grant[],
  { role, group }: { readonly role: Role; readonly group: GroupId | null },
  now: number,
): boolean => standingsOf(grants, now).some((by) => mayGive(by, role, group));

/** What a form begins with: the leader's own group, or none chosen where there are several. */
export const onlyGroup = ({ groups }: Giving): GroupId | null =>
  groups.length === 1 ? (groups[0] ?? null) : null;
