import {
  dutyGrant,
  GROUPS,
  type GroupId,
  ROLES,
  type Role,
  roleGrant,
  roleNeedsGroup,
} from '../contract/roles.ts';

/** The columns of the table of rights: the five roles, and being on duty. */
export const HOLDERS = [...ROLES, 'duty'] as const;
export type Holder = Role | 'duty';

/** Whether a holder may: yes, never, or in these groups only. */
export type Right = 'yes' | 'no' | readonly GroupId[];

/** One rule, as it is enforced, by who holds which grant. */
export function rightsOf(grants: readonly string[]): Readonly<Record<Holder, Right>> {
  const inGroups = (grantIn: (group: GroupId) => string): Right => {
    const groups = GROUPS.filter((group) => grants.includes(grantIn(group)));
    if (groups.length === GROUPS.length) return 'yes';
    return groups.length === 0 ? 'no' : groups;
  };
  const ofRole = (role: Role): Right => {
    if (roleNeedsGroup(role)) return inGroups((group) => roleGrant(role, group));
    return grants.includes(roleGrant(role, null)) ? 'yes' : 'no';
  };
  return {
    secretary: ofRole('secretary'),
    command: ofRole('command'),
    leader: ofRole('leader'),
    deputy: ofRole('deputy'),
    volunteer: ofRole('volunteer'),
    duty: inGroups(dutyGrant),
  };
}

/** Whether an action changes nothing: its verb is one of looking. */
export const isSeeing = (action: string): boolean => /:(see|view|read|search)(-|$)/.test(action);
