import {
  dutyGrant,
  GROUPS,
  type GroupId,
  ROLES,
  type Role,
  roleGrant,
  roleNeedsGroup,
} from '#core/accounts/contract.ts';

/** Somebody of the matrix: a role, on duty in a group or not. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly group: GroupId | null;
  readonly duty: { readonly group: GroupId; readonly when: DutyTime } | null;
  /**
   * Knocks at each query and route of the other area too. There the place is asked for before anything is looked at, so
   * one of each sort stands for all; commands are sent there by everybody.
   */
  readonly goesAbroad: boolean;
  /** Has left: the session is still in the browser. */
  readonly left: boolean;
}

export type DutyTime = 'now' | 'over' | 'tomorrow';

const person = (role: Role, group: GroupId | null, duty: Person['duty'] = null, left = false): Person => ({
  name: [role, group, duty && `on duty ${duty.when} in ${duty.group}`, left && 'has left']
    .filter(Boolean)
    .join(' '),
  role,
  group,
  duty,
  goesAbroad: group === null || group === 'testing',
  left,
});

const now = (group: GroupId): Person['duty'] => ({ group, when: 'now' });

/**
 * Every role in every group it is held in, off duty; volunteers on duty in each group, and one of each other role on
 * duty in another group than its own, so that what a duty opens is told apart; besides, a duty that is over, one to
 * come, and somebody who has left.
 */
export const PERSONS: readonly Person[] = [
  ...ROLES.flatMap((role) => (roleNeedsGroup(role) ? GROUPS : [null]).map((group) => person(role, group))),
  ...GROUPS.map((group) => person('volunteer', null, now(group))),
  person('secretary', null, now('testing')),
  person('command', null, now('order')),
  person('leader', 'testing', now('order')),
  person('deputy', 'order', now('testing')),
  person('volunteer', null, { group: 'testing', when: 'over' }),
  person('volunteer', null, { group: 'testing', when: 'tomorrow' }),
  person('secretary', null, null, true),
];

/**
 * What somebody holds by the design: the role's grant, and the duty's for its time. Worked out here anew, so that a
 * fault of the server's own reckoning shows.
 * @param at the hour the person speaks of
 */
export function grantsBy(
  { role, group, duty, left }: Person,
  at: 'now' | 'during duty' | 'before duty',
): readonly string[] {
  if (left) return [];
  const when = { now: 'now', 'during duty': 'over', 'before duty': null }[at];
  const onDuty = duty !== null && duty.when === when;
  return [roleGrant(role, group), ...(onDuty ? [dutyGrant(duty.group)] : [])];
}

export const mayBy = (allowing: readonly string[], grants: readonly string[]): boolean =>
  grants.some((grant) => allowing.includes(grant));
