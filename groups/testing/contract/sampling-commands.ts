import * as z from 'zod/mini';
import { REFUSAL_KINDS, REFUSAL_REASONS, REFUSAL_REASONS_OF } from './refusal-rows.ts';

const id = z.uuid();
const note = z.string().check(z.trim(), z.maxLength(200));

/** What is done at a lane or a door beside the swab itself. Merged into the module's bodies. */
export const samplingBodies = {
  /** Somebody of the list was not sampled, and why. A later word of the same person stands before this one. */
  'testing.record-refusal': z
    .strictObject({
      roundId: id,
      refusalId: id,
      residentId: id,
      kind: z.enum(REFUSAL_KINDS),
      reason: z.enum(REFUSAL_REASONS),
      note,
    })
    .check(
      z.refine(({ kind, reason }) => (REFUSAL_REASONS_OF[kind] as readonly string[]).includes(reason), {
        error: 'a reason that fits the kind',
        path: ['reason'],
      }),
    ),
} as const;
