import { ANY_MEMBER, COMMAND_POST } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import { defineProblems } from '#kernel/problem/problem.ts';

export const actions = {
  /** Labels of compounds, buildings and entrances: everybody who belongs to the area. */
  read: 'places:read',
  change: 'places:change',
} as const;

export const rules: AccessRules = {
  [actions.read]: ANY_MEMBER,
  [actions.change]: COMMAND_POST,
};

export const problems = defineProblems('places', 2500, {
  'compound-unknown': [1, 404],
  'building-unknown': [2, 404],
  'entrance-unknown': [3, 404],
  'dwelling-unknown': [4, 404],
  /** Details: `{ label }`, the name that is taken among its neighbours. */
  'label-taken': [5, 409],
  'id-taken': [6, 409],
  /** Ended while living buildings or dwellings hang on it. Details: `{ count }`. */
  'still-in-use': [7, 409],
  'already-ended': [8, 409],
  'address-rule-unknown': [9, 404],
  /** Details: `{ path }`. */
  'address-rule-wrong': [10, 422],
});
