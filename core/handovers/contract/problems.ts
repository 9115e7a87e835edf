import { defineProblems } from '#kernel/problem/problem.ts';

export const handoversProblems = defineProblems('handovers', 5900, {
  'unknown-note': [1, 404],
  'unknown-point': [2, 404],
  'id-taken': [3, 409],
  'not-your-group': [4, 403],
});
