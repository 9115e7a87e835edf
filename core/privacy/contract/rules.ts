import { ANY_MEMBER, COMMAND_POST } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import { defineProblems } from '#kernel/problem/problem.ts';

export const actions = {
  /** What is held, why, for how long; the notice and the papers. */
  read: 'privacy:read',
  /** A new edition of a paper. */
  write: 'privacy:write',
  /** Taking away what is past its time. */
  remove: 'privacy:remove',
  /** That a copy of the keys was made. */
  confirmBackup: 'privacy:confirm-backup',
  /** The undertaking to keep what one sees to oneself. */
  promise: 'privacy:promise',
  /** Nobody but the command line on the server: it needs the key files. */
  rotateKeys: 'privacy:rotate-keys',
} as const;

export const rules: AccessRules = {
  [actions.read]: COMMAND_POST,
  [actions.write]: ['role:secretary'],
  [actions.remove]: ['role:secretary'],
  [actions.confirmBackup]: COMMAND_POST,
  [actions.promise]: ANY_MEMBER,
  [actions.rotateKeys]: [],
};

export const problems = defineProblems('privacy', 7700, {
  /** Nothing personal is entered before the area's notice is confirmed. */
  'notice-first': [1, 409],
  /** An edition of that id stands already. */
  'paper-exists': [2, 409],
  /** Details: `{ field }`, the key of its message. */
  'field-empty': [3, 422],
  'unknown-kind': [4, 404],
  /** This kind has no term of its own. */
  'no-term': [5, 409],
  /** The keys have changed since the copy was made. */
  'other-keys': [6, 409],
  'unknown-table': [7, 404],
  /** An earlier version still seals rows. */
  'rotation-unfinished': [8, 409],
});
