import { defineProblems } from '../problem/problem.ts';

/** What can be wrong with a file that should be a sheet. Details hold counts and format names, never contents. */
export const sheetProblems = defineProblems('sheet', 400, {
  /** `{ looksLike }`: pdf, image, word, html, legacy-zip, binary or empty. */
  'not-a-sheet': [1, 415],
  /** A workbook by its first bytes, yet it cannot be read. */
  broken: [2, 422],
  /** It would unpack to far more than its size: `{ limit }`. */
  'packed-too-tightly': [3, 422],
  /** `{ limitBytes }` */
  'too-big': [4, 413],
  /** `{ limit }` */
  'too-many-cells': [5, 422],
  /** Opens only with a password. */
  locked: [6, 422],
  /** No cell holds anything. */
  empty: [7, 422],
  /** Sheets are there, none could be recognised as what was asked for. */
  unrecognised: [8, 422],
  /** Reading took longer than allowed: `{ limitMs }`. */
  'too-slow': [9, 422],
  /** Bytes that are neither UTF-8, UTF-16 nor GB18030. */
  'unknown-encoding': [10, 422],
});
