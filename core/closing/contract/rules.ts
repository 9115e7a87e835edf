import { COMMAND_POST } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import { defineProblems } from '#kernel/problem/problem.ts';

export const actions = {
  /** What would be kept and what destroyed. */
  see: 'closing:see',
  /** Ordering it and stopping it, with the second factor shown just now. */
  order: 'closing:order',
  /** Nobody but the server: it writes down what was ordered. */
  record: 'closing:record',
} as const;

export const rules: AccessRules = {
  [actions.see]: COMMAND_POST,
  [actions.order]: ['role:secretary'],
  [actions.record]: [],
};

export const problems = defineProblems('closing', 7800, {
  /** The name that was typed is not the area's. */
  'other-name': [1, 422],
  /** One was ordered and is not stopped. */
  'under-way': [2, 409],
  /** None waits, or it is past the point of no return. */
  'not-to-be-stopped': [3, 409],
  /** Practice is started over, not closed. */
  practice: [4, 409],
  /** Details: `field`. */
  'bad-request': [5, 400],
  /** No closing of that id, or not with that token. */
  unknown: [6, 404],
});
