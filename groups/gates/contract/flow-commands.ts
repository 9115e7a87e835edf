import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './access.ts';

export const flowBodies = {
  /** One person's passages. The command's id opens them for half an hour, to its author alone. */
  'gates.look-person': z.strictObject({
    residentId: z.uuid(),
    reason: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  }),
} as const;

export const flowKinds: Readonly<Record<keyof typeof flowBodies, CommandKind>> = {
  'gates.look-person': {
    nature: 'wish',
    action: actions.oversee,
    v: 1,
    body: flowBodies['gates.look-person'],
  },
};
