import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { actions } from './rules.ts';

const id = z.uuid();
const short = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

/**
 * Plain values as a desk enters them; the server cleans, checks, seals and masks the numbers. Absent: not said;
 * null: known to be none.
 */
const fields = {
  name: z.optional(short(80)),
  sex: z.optional(z.nullable(z.enum(['male', 'female']))),
  birthDate: z.optional(z.nullable(z.iso.date())),
  idKind: z.optional(z.nullable(z.enum(['resident-card', 'passport', 'permit', 'other']))),
  idNumber: z.optional(z.nullable(short(40))),
  phone: z.optional(z.nullable(short(20))),
  otherPhone: z.optional(z.nullable(short(20))),
  relation: z.optional(z.nullable(short(20))),
  tags: z.optional(z.array(short(40)).check(z.maxLength(30))),
  away: z.optional(z.boolean()),
  registeredElsewhere: z.optional(z.boolean()),
  note: z.optional(z.string().check(z.maxLength(500))),
};

export const residentChanges = z.strictObject(fields);
export type ResidentChanges = z.infer<typeof residentChanges>;

export const LOOK_FIELDS = ['idNumber', 'phone', 'otherPhone'] as const;

export const bodies = {
  /** The household is made when no household of that id stands. */
  'people.add-resident': z.strictObject({
    residentId: id,
    householdId: id,
    dwellingId: id,
    set: z.strictObject({ ...fields, name: short(80) }),
  }),
  'people.change-resident': z.strictObject({ residentId: id, set: residentChanges }),
  'people.move-resident': z.strictObject({ residentId: id, householdId: id, dwellingId: id }),
  /** A value heard or seen at the door: it wins over the register, and an import does not overwrite it unasked. */
  'people.confirm-field': z.strictObject({ residentId: id, set: residentChanges }),
  'people.set-away': z.strictObject({
    residentId: id,
    away: z.boolean(),
    reason: z.string().check(z.maxLength(100)),
  }),
  'people.end-resident': z.strictObject({
    residentId: id,
    reason: z.enum(['moved-out', 'died', 'entered-by-mistake', 'double-entry']),
    /** The day it happened, where it was told; lists leave the person out from the command on. */
    on: z.optional(z.nullable(z.iso.date())),
  }),
  /** A look at full numbers. The command's id opens the values for a few minutes through the query `looked`. */
  'people.look': z.strictObject({
    residentId: id,
    fields: z.array(z.enum(LOOK_FIELDS)).check(z.minLength(1), z.maxLength(3)),
    reason: short(200),
  }),
} as const;

export type PeopleBodies = { [K in keyof typeof bodies]: z.infer<(typeof bodies)[K]> };
export type PeopleCommandKind = keyof PeopleBodies;

/** The kinds a screen may make; the server adds `people.import-rows` (domain/import/rows.ts) to them. */
export const kinds: Readonly<Record<PeopleCommandKind, CommandKind>> = {
  'people.add-resident': {
    nature: 'wish',
    action: actions.change,
    v: 1,
    body: bodies['people.add-resident'],
  },
  'people.change-resident': {
    nature: 'wish',
    action: actions.change,
    v: 1,
    body: bodies['people.change-resident'],
  },
  'people.move-resident': {
    nature: 'wish',
    action: actions.change,
    v: 1,
    body: bodies['people.move-resident'],
  },
  'people.confirm-field': {
    nature: 'fact',
    action: actions.confirm,
    v: 1,
    body: bodies['people.confirm-field'],
  },
  'people.set-away': { nature: 'fact', action: actions.confirm, v: 1, body: bodies['people.set-away'] },
  'people.end-resident': {
    nature: 'wish',
    action: actions.change,
    v: 1,
    body: bodies['people.end-resident'],
  },
  'people.look': { nature: 'wish', action: actions.look, v: 1, body: bodies['people.look'] },
};
