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
  /** Too many wrong PINs from devices that never signed in; details: `retryAfterSeconds`. Known devices go on. */
  'locked-strangers': [23, 429],
  'unknown-session': [24, 404],
  /** A request that changes something came from another site's page. */
  'other-site': [25, 403],
  /** The person has no account: an invitation gives one. */
  'no-account': [26, 409],
  /** The person has an account already. */
  'has-account': [27, 409],
  /** The account has a place in another area too: a leader of one must not get into the other by a new PIN. */
  'works-elsewhere': [28, 409],
  'unknown-new-pin': [29, 404],
  'new-pin-used': [30, 409],
  'new-pin-expired': [31, 410],
  'new-pin-revoked': [32, 410],
  /** The invitation is for another phone. */
  'other-phone': [33, 403],
  /** One's own PIN is changed with the old one. */
  'own-pin': [34, 403],
  /** The PIN is right; the second factor is asked for. */
  'needs-code': [35, 401],
  /** Wrong, past its time, or used already. */
  'wrong-code': [36, 401],
  'second-factor-on': [37, 409],
  /** The second factor is to be shown again; details: `minutes` it then holds. */
  'step-up': [38, 403],
  'same-member': [60, 409],
  /** Both entries have an account: end one of them instead. */
  'two-accounts': [61, 409],
  /** Unknown, answered before, too late, or meant for something else; never says which. */
  'wrong-passkey': [39, 401],
  'unknown-passkey': [40, 404],
  /** Passkeys need a name and HTTPS; details: `why`, `ip-address`, `insecure` or `other-address`. */
  'no-passkeys-here': [41, 409],
  /** Who takes personal data out has an authenticator or a passkey. */
  'needs-second-factor': [42, 403],
  /** One's own second factor is not taken off by oneself as a leader. */
  'own-second-factor': [43, 403],
  /** The person has neither an authenticator nor a passkey. */
  'no-second-factor': [44, 409],
});
