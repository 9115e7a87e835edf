import { defineProblems } from '../problem/problem.ts';

export const commandProblems = defineProblems('command', 100, {
  /** The envelope itself is broken: no id, no kind, no time. */
  malformed: [1, 400],
  'unknown-kind': [2, 400],
  /** A body version newer than this server knows. */
  'too-new': [3, 409],
  /** The body does not fit its schema; details name the path, never the value. */
  'bad-body': [4, 400],
  'not-allowed': [5, 403],
  /** Signed in as one person, the command says another. */
  'not-the-author': [6, 403],
  'same-id-other-body': [7, 409],
  /** The clock of the device was ahead of the server beyond what is plausible. */
  'from-the-future': [8, 409],
  /** Claimed longer ago than the area keeps old work without a look. */
  'long-ago': [9, 409],
  /** The rule itself failed; the command is kept and shown to a leader. */
  failed: [10, 500],
  'unknown-area': [11, 404],
  'discrepancy-unknown': [12, 404],
  'discrepancy-settled': [13, 409],
  /** Another module could not follow an event. */
  'reaction-failed': [14, 500],
  /** The emergency is closed and the area's personal data are destroyed: phones erase what they hold of it. */
  'area-closed': [15, 410],
});
