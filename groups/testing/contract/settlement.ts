import type { TestingProblem } from './problems.ts';

export const RESOLUTIONS = [
  /** It stands as it is. */
  'accept',
  'void-sample',
  'keep-first',
  'keep-second',
  /** Both samples are real: the person was sampled anew. */
  'keep-both',
  /** Two phones filled one tube. */
  'same-tube',
  'rename-first',
  'rename-second',
  'void-first',
  'void-second',
  'identify',
  'add-to-scope',
  'came-back',
  'void-packing',
  /** By itself: a tube was corrected, and what contradicted is no more. Nobody chooses it. */
  'corrected',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Which ways of settling fit which flag: the one table that screens and `decide` read. */
export const RESOLUTIONS_OF: Readonly<Partial<Record<TestingProblem, readonly Resolution[]>>> = {
  'double-sample': ['keep-first', 'keep-second', 'keep-both'],
  'tube-used-twice': ['same-tube', 'rename-first', 'rename-second', 'void-first', 'void-second'],
  'tube-over-ratio': ['accept', 'void-sample'],
  'sample-into-closed-tube': ['accept', 'void-sample'],
  'unknown-person': ['identify', 'accept', 'void-sample'],
  'not-in-scope': ['add-to-scope', 'accept', 'void-sample'],
  'away-person-sampled': ['came-back', 'accept', 'void-sample'],
  'round-not-open': ['accept', 'void-sample'],
  'tube-packed-twice': ['keep-first', 'keep-second', 'accept'],
  'packed-into-sealed-box': ['accept', 'void-packing'],
  'box-unknown': ['accept'],
  'ended-slot-called': ['accept'],
  'temperature-odd': ['accept'],
  'handover-taken-twice': ['accept'],
  'handover-to-self': ['accept'],
};
