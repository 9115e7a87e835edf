import { oc } from '@orpc/contract';
import * as z from 'zod';
import { sameForAll } from '../query/same-for-all.ts';

const problem = z.object({
  code: z.string(),
  number: z.number(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const refusedCommand = z.object({
  commandId: z.string(),
  kind: z.string(),
  actorId: z.string(),
  deviceId: z.string().nullable(),
  claimedAt: z.number(),
  receivedAt: z.number(),
  problems: z.array(problem),
});
export type RefusedCommand = z.infer<typeof refusedCommand>;

/** What whoever oversees an area looks at: what was refused. */
export const oversightQueries = {
  /** Refused commands, newest first. */
  refused: oc
    .meta(sameForAll('oversight:view'))
    .route({ method: 'GET', path: '/oversight/refused', tags: ['oversight'] })
    .input(z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }))
    .output(z.object({ total: z.number(), commands: z.array(refusedCommand) })),
};
