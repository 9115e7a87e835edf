import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';

const maybe = z.nullable(z.int());

/**
 * A round in numbers. People 人数 are distinct; a person-time 人次 is one swab that stands in a tube, so whoever was
 * sampled twice is one person and two person-times; a sample 样本 is what the laboratory gets, a tube with what is in it.
 */
const roundNumbers = z.object({
  roundId: z.string(),
  round: z.string(),
  openedAt: z.int(),
  state: z.enum(['draft', 'open', 'closed']),
  people: z.int(),
  personTimes: z.int(),
  tubes: z.int(),
  expected: z.int(),
  /** Of those expected, who is in a tube. */
  sampled: z.int(),
  missed: z.int(),
  /** Tubes that came back positive; null for whoever may not see results. */
  positives: maybe,
  /** Minutes from the first swab to the last; null before the first. */
  minutes: maybe,
  /** Hours that lanes were at work, each from its first swab to its last. */
  laneHours: z.number(),
});
export type RoundNumbers = z.infer<typeof roundNumbers>;

/** Merged into the module's queries. Action `testing:oversee`. */
export const numberQueries = {
  /** The latest opened rounds, oldest first, so that they read as a line. */
  numbers: oc
    .meta(sameForAll(actions.oversee, actions.results))
    .input(z.object({ rounds: z._default(z.int().check(z.gte(1), z.lte(100)), 12) }))
    .output(z.object({ rounds: z.array(roundNumbers) })),
};
