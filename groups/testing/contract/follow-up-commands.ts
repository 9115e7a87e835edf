import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './access.ts';
import { FOLLOW_UPS } from './follow-up-rows.ts';
import { roundPlan } from './round-plan.ts';
import { MOST_LISTED } from './rows.ts';

const id = z.uuid();

export const followUpBodies = {
  /**
   * A round of people of another round: recalled ones, singly, or missed ones. Who is in one already is left out.
   * Without a plan they are added to the follow-up `roundId`, which has not ended.
   */
  'testing.follow-up': z.strictObject({
    roundId: id,
    ofRoundId: id,
    purpose: z.enum(FOLLOW_UPS),
    residentIds: z.array(id).check(z.minLength(1), z.maxLength(MOST_LISTED)),
    plan: z.nullable(z.strictObject(roundPlan)),
  }),
} as const;

export const followUpKinds = {
  'testing.follow-up': {
    nature: 'wish',
    action: actions.plan,
    v: 1,
    body: followUpBodies['testing.follow-up'],
  },
} as const satisfies Record<keyof typeof followUpBodies, CommandKind>;
