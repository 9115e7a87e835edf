import { ANY_MEMBER, COMMAND_POST, LEADING_ANY } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';

/** Who may do what here. Where leaders are allowed, `decide` narrows it to the phones of their own group's people. */
export const devicesRules = {
  'devices:enrol': ANY_MEMBER,
  'devices:see': LEADING_ANY,
  'devices:see-all': COMMAND_POST,
  'devices:rename': LEADING_ANY,
  'devices:revoke': LEADING_ANY,
  'devices:restore': COMMAND_POST,
  'devices:settle-flag': LEADING_ANY,
} as const satisfies AccessRules;
