import { defineProblems } from '#kernel/problem/problem.ts';

/** Numbers are never reused. Details hold kinds and lengths only, never the text that was read. */
export const codesProblems = defineProblems('codes', 4000, {
  /** No code at all: a name, a room, something typed. A screen goes on to its search. */
  'not-a-code': [1, 400],
  /** Looks like one of our codes, a symbol is wrong or two are swapped: { kind } */
  'check-symbol': [2, 400],
  /** Begins like one of our codes, symbols are missing or too many: { kind, length, expected } */
  incomplete: [3, 400],
  /** A sound code of another area: { kind } */
  'foreign-area': [4, 400],
  /** A sound code of another kind than asked for: { found, expected }, keys of messages */
  'wrong-kind': [5, 400],
  /** Eighteen symbols like an identity number whose last one does not fit. */
  'id-check-digit': [6, 400],
  /** A long number that fits no laboratory's series of this area: { length } */
  'unknown-series': [7, 400],
  /** A series has fewer numbers left than asked for: { left, asked } */
  'series-exhausted': [8, 400],
  /** A first number, lane, day or count no series can be made of: { field }, key of a message */
  'bad-series': [9, 400],
  /** An 18-symbol series must begin with 14 fixed symbols, or identity cards would be taken for tubes. */
  'series-like-id-card': [10, 400],
  /** A sound practice code, read in a real area: { kind } */
  'practice-code': [11, 400],
  /** A sound code of a real area, read in a practice area: { kind } */
  'real-code': [12, 400],
  /** A signed code that is cut off or of an unknown make. */
  damaged: [20, 400],
  /** The signature does not belong to what is written. */
  forged: [21, 403],
  /** Signed with a key this device does not hold; a sync may bring it. */
  'unknown-key': [22, 403],
  /** Signed with a key that was withdrawn. */
  'revoked-key': [23, 403],
  /** Said to be signed at a time the key was not in use. */
  'key-not-in-use': [24, 403],
  /** { from } epoch ms */
  'not-yet-valid': [25, 403],
  /** { until } epoch ms */
  expired: [26, 403],
  /** A key of that id stands already. */
  'key-exists': [40, 409],
  'no-such-key': [41, 404],
  /** The key in use is withdrawn by changing it, so that signing goes on. */
  'key-in-use': [42, 409],
  /** The area has no key to sign with yet. */
  'no-key': [43, 409],
  'plate-empty': [50, 400],
  /** Letters I and O are in no plate: { letter, digit, at } */
  'plate-letter': [51, 400],
  /** A character no plate has: { character, at } */
  'plate-character': [52, 400],
  /** Does not begin with the character of a province. */
  'plate-province': [53, 400],
  /** { length, shortest, longest } */
  'plate-length': [54, 400],
  /** All characters are possible, but no kind of plate is built like this. */
  'plate-unlike': [55, 400],
});
