import { oc } from '@orpc/contract';
import * as z from 'zod/mini';

const text = z.string();

/** What a card carries of a person: masked, as on a phone on duty. */
export const cardRow = z.object({
  residentId: text,
  householdId: text,
  buildingId: text,
  compound: text,
  building: text,
  room: text,
  /** Address order as plain text order. */
  sort: text,
  nameMask: text,
  birthYear: z.nullable(z.int()),
  tags: z.array(text),
  away: z.boolean(),
});
export type CardRow = z.infer<typeof cardRow>;

/** Merged into the module's queries. */
export const printQueries = {
  /** Living people of a round's scope as the register stands now, in address order. Action `testing:plan`. */
  cards: oc.input(z.object({ roundId: z.uuid() })).output(z.object({ people: z.array(cardRow) })),
};
