import type { AccessRules } from '#kernel/access/access.ts';
import { ANY_MEMBER, COMMAND_POST, LEADING_ANY } from './roles.ts';

/** Who may do what here. Where leaders are allowed, `decide` narrows it to their own group. */
export const accountsRules = {
  'accounts:add-member': COMMAND_POST,
  'accounts:name-leader': COMMAND_POST,
  'accounts:end-member': LEADING_ANY,
  'accounts:merge-member': COMMAND_POST,
  'accounts:invite': LEADING_ANY,
  'accounts:revoke-invitation': LEADING_ANY,
  /** Nobody but the server: the holder of the token is not a member yet. */
  'accounts:accept-invitation': [],
  'accounts:offer-new-pin': LEADING_ANY,
  /** Nobody but the server: the holder of the code has no session. */
  'accounts:use-new-pin': [],
  'accounts:end-sessions': LEADING_ANY,
  /** Nobody but the server: it is done where the person proved who it is. */
  'accounts:note-access': [],
  'accounts:reset-second-factor': COMMAND_POST,
  'accounts:see-sessions': LEADING_ANY,
  'accounts:see-people': LEADING_ANY,
  'accounts:see-rights': LEADING_ANY,
  'accounts:see-mine': ANY_MEMBER,
} as const satisfies AccessRules;
