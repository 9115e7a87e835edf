import * as z from 'zod/mini';

const nullableText = z.nullable(z.string());

/** A line of the register: full name for the desk that keeps it, numbers masked. */
export const registerRow = z.object({
  id: z.string(),
  householdId: z.string(),
  dwellingId: z.string(),
  buildingId: z.string(),
  compoundId: z.string(),
  compound: z.string(),
  building: z.string(),
  entrance: nullableText,
  room: z.string(),
  name: z.string(),
  sex: z.nullable(z.enum(['male', 'female'])),
  birthDate: nullableText,
  idKind: nullableText,
  idMask: nullableText,
  phoneMask: nullableText,
  otherPhoneMask: nullableText,
  relation: nullableText,
  tags: z.array(z.string()),
  away: z.boolean(),
  awayReason: z.string(),
  registeredElsewhere: z.boolean(),
  note: z.string(),
  /** Field → when it was confirmed in the field, epoch ms. */
  confirmed: z.record(z.string(), z.int()),
  endedAt: z.nullable(z.int()),
  endReason: nullableText,
  /** The day it happened, where it was told. */
  endedOn: nullableText,
  /** The entry that stands for this one since a merge. */
  mergedInto: nullableText,
});
export type RegisterRow = z.infer<typeof registerRow>;
