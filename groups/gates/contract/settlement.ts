import type { GatesProblem } from './problems.ts';
import { VISIT_RESOLUTIONS } from './visit-problems.ts';

export const RESOLUTIONS = [
  /** It stands as it is. */
  'accept',
  /** It was real and uses no outing of the household: a hospital, a funeral. */
  'not-counted',
  /** It never was: a slip of the finger, another person. */
  'void',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Which ways of settling fit which flag: the one table that screens and `decide` read. */
export const RESOLUTIONS_OF: Readonly<Partial<Record<GatesProblem, readonly Resolution[]>>> = {
  'outings-exceeded': RESOLUTIONS,
  'zone-forbade': RESOLUTIONS,
  'pass-was-bad': RESOLUTIONS,
  'missed-let-out': RESOLUTIONS,
  'rule-not-kept': RESOLUTIONS,
  ...VISIT_RESOLUTIONS,
};
