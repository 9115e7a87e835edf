import { defineProblems } from '#kernel/problem/problem.ts';

/** Of the module people; numbers from 2101. */
export const importProblems = defineProblems('people', 2000, {
  /** No such import in this area, or it is older than a day. */
  'import-unknown': [101, 404],
  /** It is being applied; its reading stays as it is until it stops. */
  'import-under-way': [102, 409],
  /** The upload had no file in it. */
  'import-no-file': [103, 400],
  /** Details: `{ path }` of what is wrong in what the page sent. */
  'import-wrong': [104, 400],
  /** A chunk could not be written; nothing of it was. */
  'import-failed': [105, 500],
});
