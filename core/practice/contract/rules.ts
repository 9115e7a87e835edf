import { ANY_MEMBER, LEADING_ANY } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import { defineProblems } from '#kernel/problem/problem.ts';

export const practiceRules = {
  /** Nobody but the server. */
  'practice:begin': [],
  /** Asked in the real area. */
  'practice:enter': ANY_MEMBER,
  'practice:reset': LEADING_ANY,
} as const satisfies AccessRules;

export const practiceProblems = defineProblems('practice', 6500, {
  /** Practice of practice: the area asked about is itself one. */
  'not-real': [1, 409],
  /** The practice area has begun before. */
  'begun-already': [2, 409],
  /** Details: `field`. */
  'bad-request': [3, 400],
});
