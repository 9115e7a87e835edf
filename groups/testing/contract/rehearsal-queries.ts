import { oc } from '@orpc/contract';
import * as z from 'zod/mini';

/** What a rehearsal of a round's day begins with. */
export const rehearsalBasis = z.object({
  round: z.object({ id: z.string(), name: z.string() }),
  /** Who would come: awaited people, or those present of the scope before the opening. */
  people: z.int(),
  lanes: z.int(),
  /** Persons in a tube; 1: single sampling. */
  ratio: z.int(),
  /** What earlier rounds took per person, seconds, a sample of them in order of size; empty without any. */
  measured: z.array(z.number()),
  /** How many rounds that is from. */
  measuredRounds: z.int(),
  /** Dated settings, as they hold now. */
  personSeconds: z.number(),
  tubeChangeSeconds: z.number(),
  batch: z.int(),
  waitMinutes: z.int(),
  /** Slots of the call-up as planned, in calling order, epoch ms; empty without a plan. */
  planned: z.array(z.object({ startsAt: z.int(), endsAt: z.int(), people: z.int() })),
});
export type RehearsalBasis = z.infer<typeof rehearsalBasis>;

/** Merged into the module's queries. */
export const rehearsalQueries = {
  /** Action `testing:plan`. */
  rehearsal: oc.input(z.object({ roundId: z.uuid() })).output(rehearsalBasis),
};
