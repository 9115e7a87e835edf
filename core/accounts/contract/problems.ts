import { defineProblems } from '#kernel/problem/problem.ts';

export const accountsProblems = defineProblems('accounts', 1000, {
  'unknown-member': [1, 404],
  'member-ended': [2, 409],
  'member-exists': [3, 409],
  'last-secretary': [4, 409],
  /** A leader or deputy acts only within the own group and below the own role. */
  'not-yours': [5, 403],
  'role-needs-group': [6, 400],
  'unknown-invitation': [7, 404],
  'invitation-used': [8, 409],
  'invitation-expired': [9, 410],
  'invitation-revoked': [10, 410],
  'invitation-exists': [11, 409],
  /** A member with this phone works here already. */
  'phone-taken': [12, 409],
  /** Ties to accounts are made by the server alone. */
  'only-server': [13, 403],
  /** Phone or PIN is wrong; never says which. */
  'wrong-pin': [14, 401],
  /** Too many wrong PINs; details: `retryAfterSeconds`. */
  locked: [15, 429],
  /** The PIN is shorter than 6, longer than 64, or one a stranger tries first. */
  'weak-pin': [16, 400],
  'no-session': [17, 401],
  'no-place': [18, 403],
  'wrong-set-up-token': [19, 403],
  'set-up-done': [20, 409],
  /** Details: `field`, never its value. */
  'bad-request': [21, 400],
  'expiry-too-far': [22, 400],
});
