import { defineProblems } from '../problem/problem.ts';

/** Problems of push, pull and the phone's own storage. */
export const syncProblems = defineProblems('sync', 200, {
  /** The client speaks an older protocol: reload the page; what waits in its outbox is kept. Details: `protocol`. */
  'client-outdated': [1, 426],
  /** More commands in one push than `MAX_BATCH`, or the body is too large; the client halves its batch. */
  'batch-too-large': [2, 413],
  /** The push or pull request has not the shape of the protocol. */
  'malformed-request': [3, 400],
  /** The phone's storage is full: the command was not kept. Told at once by `dispatch`, never sent by a server. */
  'storage-full': [4, 507],
  /** The server could not take this one command in any batch; it stays on the phone with its reason. */
  'not-deliverable': [5, 400],
});
