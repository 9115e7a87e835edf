import { ANY_MEMBER, LEADING_ANY } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';

export const actions = {
  /** Drafting and publishing; leaders and deputies within the own group, checked by `decide`. */
  write: 'conduct:write',
  /** Who has passed and who has not, of the groups one leads. */
  see: 'conduct:see',
  /** Reading, sitting the quiz, acknowledging. */
  learn: 'conduct:learn',
} as const;

export const conductRules: AccessRules = {
  [actions.write]: LEADING_ANY,
  [actions.see]: LEADING_ANY,
  [actions.learn]: ANY_MEMBER,
};
