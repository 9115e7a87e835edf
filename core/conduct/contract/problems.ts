import { defineProblems } from '#kernel/problem/problem.ts';

export const conductProblems = defineProblems('conduct', 5800, {
  'unknown-code': [1, 404],
  /** Only a draft is written anew or dropped. */
  'not-a-draft': [2, 409],
  /** The group has another draft already. */
  'draft-exists': [3, 409],
  'not-your-group': [4, 403],
  'no-points': [5, 409],
  /** A version without a quiz cannot ask to be passed. */
  'nothing-to-pass': [6, 409],
  /** A question's right options are not all among its options, or one choice has several. Details: `number`. */
  'bad-question': [7, 422],
  /** Its video is announced, and has not all arrived. */
  'video-not-here': [8, 409],
  'not-in-force': [9, 409],
  'id-taken': [10, 409],
  /** No duty in that group before its quiz is passed. */
  'not-passed': [11, 409],
  /** It was sat before the wait was over: noted, and does not count. */
  'wait-first': [12, 409],
  /** A version without a quiz is only read. */
  'no-quiz': [13, 409],
});
