/** The eight working groups (product.md). Their ids are part of grants: `role:leader:testing`, `duty:testing`. */
export const GROUPS = [
  'testing',
  'order',
  'disinfection',
  'patrol',
  'medicine',
  'reserve',
  'delivery',
  'information',
] as const;
export type GroupId = (typeof GROUPS)[number];

/** What a member is in the area: one at a time, dated by standings. */
export const ROLES = ['secretary', 'command', 'leader', 'deputy', 'volunteer'] as const;
export type Role = (typeof ROLES)[number];

/** Only leaders and deputies need a group; a volunteer may have one, as his or her home group. */
export const roleNeedsGroup = (role: Role): boolean => role === 'leader' || role === 'deputy';

/** The grant a role gives. */
export function roleGrant(role: Role, group: GroupId | null): string {
  return roleNeedsGroup(role) ? `role:${role}:${group ?? ''}` : `role:${role}`;
}

/** The grant a duty in a group gives for its time. */
export const dutyGrant = (group: GroupId): string => `duty:${group}`;

/** Grants of the command post: the secretary and the seconded officials. */
export const COMMAND_POST: readonly string[] = ['role:secretary', 'role:command'];

/** Grants that lead one group: the command post, its leader and its deputies. For a group's `AccessRules`. */
export const leading = (group: GroupId): readonly string[] => [
  ...COMMAND_POST,
  roleGrant('leader', group),
  roleGrant('deputy', group),
];

/** Grants that lead any group. Which group is then checked by `decide`, against the member's own. */
export const LEADING_ANY: readonly string[] = [
  ...COMMAND_POST,
  ...GROUPS.flatMap((g) => [roleGrant('leader', g), roleGrant('deputy', g)]),
];

/** Everyone who works in the area: any role at all. */
export const ANY_MEMBER: readonly string[] = [...LEADING_ANY, 'role:volunteer'];
