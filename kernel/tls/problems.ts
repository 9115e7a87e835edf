import { defineProblems } from '../problem/problem.ts';

/** What keeps HTTPS from starting; numbers 600–699. Files are named, their contents never. */
export const tlsProblems = defineProblems('tls', 600, {
  /** The file named on the command line is not there. */
  'file-missing': [1, 500],
  /** It is there and may not be read, or is a folder. */
  'file-unreadable': [2, 500],
  'not-a-certificate': [3, 500],
  'not-a-key': [4, 500],
  /** The key is locked with a passphrase, and nobody is there to type it. */
  'key-locked': [5, 500],
  /** Key and certificate are not a pair. */
  'key-does-not-fit': [6, 500],
  expired: [7, 500],
  'not-yet-valid': [8, 500],
  /** The local authority's file does not hold what was written there. */
  'authority-damaged': [10, 500],
  'authority-expired': [11, 500],
  /** The data folder's part for HTTPS cannot be written. */
  'folder-unwritable': [12, 500],
});
