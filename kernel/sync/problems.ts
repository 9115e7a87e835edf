import { defineProblems } from '../problem/problem.ts';

export const syncProblems = defineProblems('sync', 200, {
  /** The client speaks an older protocol: it must reload; its outbox is kept and sent afterwards. */
  'old-client': [1, 426],
  /** The client is newer than this server. */
  'new-client': [2, 409],
  'bad-request': [3, 400],
  'batch-too-large': [4, 413],
  /** The browser has no room left; what was just done is not stored. */
  'storage-full': [5, 507],
  /** The database is away for a moment; nothing was kept of this batch, send it again. */
  'try-again': [6, 503],
  /** On the phone: one command that no batch can carry; it stays in the outbox with this reason. */
  'not-deliverable': [7, 413],
  /** The session belongs to another member than the one this request is made for. */
  'another-person': [8, 401],
});
