import * as z from 'zod/mini';

const id = z.uuid();
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const mode = z.enum(['single', 'pooled']);
/** Persons in a tube of a pooled round; which values are allowed is a setting. */
const poolRatio = z.int().check(z.gte(1), z.lte(20));
const tubeSeries = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({
    kind: z.literal('lab'),
    name,
    pattern: z.string().check(z.trim(), z.toUpperCase(), z.maxLength(40)),
  }),
]);
const lane = z.strictObject({ laneId: id, name });
const sites = z
  .array(z.strictObject({ siteId: id, name, lanes: z.array(lane).check(z.maxLength(30)) }))
  .check(z.maxLength(30));
/** The whole plan of sites and lanes, in order. */
export type SitePlan = z.infer<typeof sites>;

/** What a round is made with, besides whom it is for. */
export const roundPlan = { name, mode, poolRatio, tubeSeries, sites };
