import { COMMAND_POST, dutyGrant, leading } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';

export const actions = {
  /** Gates, lanes and their hours. */
  manage: 'gates:manage',
  /** Letting people through, or not; taking one's own slip back. */
  pass: 'gates:pass',
  /** What a phone at a gate holds: everybody's masked card, who was out how often. */
  view: 'gates:view',
  /** Settling what contradicts; voiding somebody else's passage. */
  settle: 'gates:settle',
  /** Numbers, refusals, one person's passages, photos of emergencies. */
  oversee: 'gates:oversee',
  /** The gates alone, without anybody: to choose one, to show one. */
  see: 'gates:see',
} as const;

const leaders = leading('order');
const field = [...leaders, dutyGrant('order')];

export const rules: AccessRules = {
  [actions.manage]: leaders,
  [actions.pass]: field,
  [actions.view]: field,
  [actions.settle]: leaders,
  [actions.oversee]: leaders,
  [actions.see]: [...new Set([...COMMAND_POST, ...field])],
};
