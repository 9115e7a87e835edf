import { leading } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';

export const actions = {
  /** Issuing, extending, printing, handing out. */
  issue: 'passes:issue',
  /** Revoking, suspending, lifting. */
  revoke: 'passes:revoke',
  /** What a gate's phone gets. */
  view: 'passes:view',
  /** The list at the desk. */
  oversee: 'passes:oversee',
} as const;

const leaders = leading('order');

export const rules: AccessRules = {
  [actions.issue]: leaders,
  [actions.revoke]: leaders,
  [actions.view]: [...leaders, 'duty:order'],
  [actions.oversee]: leaders,
};
