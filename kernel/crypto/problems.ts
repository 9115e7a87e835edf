import { defineProblems } from '../problem/problem.ts';

export const cryptoProblems = defineProblems('crypto', 500, {
  'no-key': [1, 500],
  'does-not-open': [2, 500],
  'key-file-broken': [3, 500],
  'too-many-versions': [4, 409],
});
