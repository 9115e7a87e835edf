import { dutyGrant, GROUPS, type GroupId, LEADING_ANY, leading } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';

export const actions = {
  /** Writing, confirming, marking; on duty in the group or leading it, checked by `decide`. */
  work: 'handovers:work',
  /** The desk's view, of groups one leads. */
  see: 'handovers:see',
} as const;

export const handoversRules: AccessRules = {
  [actions.work]: [...LEADING_ANY, ...GROUPS.map(dutyGrant)],
  [actions.see]: LEADING_ANY,
};

/** Who works at the places of one group. */
export const workingIn = (group: GroupId): readonly string[] => [...leading(group), dutyGrant(group)];
