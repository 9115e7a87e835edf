import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { FOLLOW_UPS } from './follow-up-rows.ts';
import { CALL_ANSWERS, CALL_WAYS, CLEARINGS } from './missed-rows.ts';
import { REFUSAL_KINDS, REFUSAL_REASONS } from './refusal-rows.ts';

const text = z.string();
const maybeText = z.nullable(text);
const count = z.int();
const instant = z.int();

/** One second call, told with who made it. */
export const toldCall = z.object({
  id: text,
  way: z.enum(CALL_WAYS),
  answer: z.enum(CALL_ANSWERS),
  note: text,
  at: instant,
  byName: maybeText,
});
export type ToldCall = z.infer<typeof toldCall>;

export const missedPerson = z.object({
  residentId: text,
  householdId: text,
  buildingId: text,
  compound: text,
  building: text,
  entrance: maybeText,
  floor: z.nullable(count),
  room: text,
  /** Address order as plain text order. */
  sort: text,
  /** `王**` */
  name: text,
  birthYear: z.nullable(count),
  tags: z.array(text),
  /** Whether the register has a number to call; the number itself only by a recorded look. */
  hasPhone: z.boolean(),
  /** Away by the register meanwhile: reason enough to ask, not yet an excuse. */
  awayNow: z.boolean(),
  refusal: z.nullable(
    z.object({ kind: z.enum(REFUSAL_KINDS), reason: z.enum(REFUSAL_REASONS), note: text, at: instant }),
  ),
  /** The round of the missed that he or she is in. */
  followUpId: maybeText,
  /** Latest first. */
  calls: z.array(toldCall),
});
export type MissedPerson = z.infer<typeof missedPerson>;

const missedBuilding = z.object({
  buildingId: text,
  compound: text,
  building: text,
  missed: count,
  /** Of these those who were called again, and those who gave a reason. */
  called: count,
  withReason: count,
});
export type MissedBuilding = z.infer<typeof missedBuilding>;

const followUp = z.object({
  roundId: text,
  name: text,
  state: z.enum(['draft', 'open', 'closed']),
  purpose: z.enum(FOLLOW_UPS),
  /** Whom it was made for. */
  people: count,
});
export type FollowUpRound = z.infer<typeof followUp>;

const missedView = z.object({
  round: z.object({ id: text, name: text, state: z.enum(['draft', 'open', 'closed']) }),
  missed: count,
  /** Flags of the closed round that were cleared since, by what cleared them. */
  cleared: z.record(z.enum(CLEARINGS), count),
  /** In address order; those without anybody missing are left out. */
  buildings: z.array(missedBuilding),
  /** In walking order, of the building asked for, or of all. Empty where they are too many to be shown at once. */
  people: z.array(missedPerson),
  tooMany: z.boolean(),
});
export type MissedView = z.infer<typeof missedView>;

/** Merged into the module's queries. Both: action `testing:oversee`. */
export const missedQueries = {
  /** Who has not come, live while the round is open; after its end who is still flagged. */
  missed: oc
    .meta(sameForAll(actions.oversee))
    .input(z.object({ roundId: z.uuid(), buildingId: z.optional(z.uuid()) }))
    .output(missedView),
  /** Rounds made of people of a round, the latest first, and what that round itself was made of. */
  followUps: oc
    .meta(sameForAll(actions.oversee))
    .input(z.object({ roundId: z.uuid() }))
    .output(z.object({ rounds: z.array(followUp), madeOf: z.nullable(followUp) })),
};
