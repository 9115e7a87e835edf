import { defineProblems } from '#kernel/problem/problem.ts';

export const devicesProblems = defineProblems('devices', 6700, {
  /** This device was taken out of use: it erases what it pulled and its keys, keeps its outbox and relays it. */
  revoked: [1, 403],
  /** Work that came from a device after it was taken out of use: facts are flagged with it, wishes refused. */
  'revoked-device': [2, 409],
  /** Work that came after its author had left the area: facts are flagged with it, wishes refused. */
  'author-left': [3, 409],
  'unknown-device': [4, 404],
  'already-revoked': [5, 409],
  'not-revoked': [6, 409],
  /** A leader or deputy looks after the phones of the own group's people. */
  'not-your-group': [7, 403],
  /** Nobody takes the device out of use that he or she is using for it. */
  'own-device': [8, 409],
  /** The key's id or the key itself belongs to somebody else already. */
  'key-taken': [9, 409],
  /** Details: `field`, never its value. */
  'bad-request': [10, 400],
  /** An entry that opens for nobody: altered, made for another area, or nothing at all. */
  'does-not-open': [20, 400],
  /** It opened, and what was inside is no entry. */
  'broken-entry': [21, 400],
  /** Another command lay in it than the one it was sent as. */
  'other-entry': [22, 400],
  'unknown-key': [23, 403],
  /** Signed by a key of another member or another device than it says. */
  'key-of-another': [24, 403],
  'wrong-signature': [25, 403],
  /** Details: `retryAfterSeconds`. */
  'too-many': [30, 429],
});
