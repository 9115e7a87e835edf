import { defineProblems } from '../problem/problem.ts';

export const cryptoProblems = defineProblems('crypto', 500, {
  'no-key': [1, 500],
  'does-not-open': [2, 500],
  'key-file-broken': [3, 500],
  'too-many-versions': [4, 409],
  /** Not a copy of keys, or made by a later program. */
  'archive-unknown': [5, 422],
  /** Another passphrase, or altered. */
  'archive-closed': [6, 422],
});
