import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './access.ts';
import { CALL_ANSWERS, CALL_WAYS } from './missed-rows.ts';

const id = z.uuid();

export const missedBodies = {
  /** Somebody who has not come was called or knocked for, and what was answered. */
  'testing.call-again': z.strictObject({
    roundId: id,
    callId: id,
    residentId: id,
    way: z.enum(CALL_WAYS),
    answer: z.enum(CALL_ANSWERS),
    note: z.string().check(z.trim(), z.maxLength(200)),
  }),
} as const;

export const missedKinds = {
  'testing.call-again': {
    nature: 'fact',
    action: actions.sample,
    v: 1,
    body: missedBodies['testing.call-again'],
  },
} as const satisfies Record<keyof typeof missedBodies, CommandKind>;
