export const RESOLUTIONS = [
  /** They are one person: done on the page that shows both, by `people.merge-residents`. */
  'merge',
  /** The number is that of the person at whose door it was read; the other's is taken away. */
  'number-of-first',
  'number-of-second',
  /** Both stand as they are. */
  'accept',
  /** What was confirmed later stands. */
  'keep-later',
  'take-earlier',
  'stays-ended',
  'restore',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Which ways of settling fit which flag: the one table that screens and `decide` read. */
export const RESOLUTIONS_OF: Readonly<Record<string, readonly Resolution[]>> = {
  'people.id-number-taken': ['merge', 'number-of-first', 'number-of-second', 'accept'],
  'people.confirmed-later': ['keep-later', 'take-earlier'],
  'people.resident-ended': ['stays-ended', 'restore'],
};
