import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { residentChanges } from './commands.ts';
import { RESIDENT_FIELDS } from './rows.ts';
import { actions } from './rules.ts';
import { CORRECTION_OUTCOMES, SUBJECT_ASKERS } from './subject.ts';

/** Commands of the desk alone: no phone needs their schemas, so the door of the module does not lead here. */

const id = z.uuid();
const words = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const note = z.string().check(z.trim(), z.maxLength(200));

export const END_REASONS = ['moved-out', 'died', 'entered-by-mistake', 'double-entry'] as const;

/** What a merge may take over from the entry that goes; `home` is where the person lives. */
export const MERGE_FIELDS = [...RESIDENT_FIELDS, 'home'] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

export const byHandBodies = {
  /** Everybody of the household goes along. */
  'people.move-household': z.strictObject({ householdId: id, dwellingId: id }),
  /** Some of a household become one of their own in the same dwelling. */
  'people.split-household': z.strictObject({
    householdId: id,
    newHouseholdId: id,
    residentIds: z.array(id).check(z.minLength(1), z.maxLength(50)),
  }),
  /** Two households of one dwelling were one; the joined one ends. */
  'people.join-households': z.strictObject({ keptId: id, joinedId: id }),
  'people.end-household': z.strictObject({
    householdId: id,
    reason: z.enum(END_REASONS),
    on: z.optional(z.nullable(z.iso.date())),
  }),
  /** Takes an end back. */
  'people.restore-resident': z.strictObject({ residentId: id }),
  /** Two entries are one person. Fields not in `take` stay as the kept entry has them; tags are joined. */
  'people.merge-residents': z.strictObject({
    keptId: id,
    mergedId: id,
    take: z.array(z.enum(MERGE_FIELDS)).check(z.maxLength(20)),
    reason: words(200),
    /** The contradiction that this settles. */
    discrepancyId: z.optional(id),
  }),
  'people.unmerge-residents': z.strictObject({ mergeId: id }),
  /** They look alike and are two people. */
  'people.tell-apart': z.strictObject({ residentId: id, otherId: id, note }),
  'people.settle': z.strictObject({
    discrepancyId: id,
    resolution: words(40),
    note: words(200),
  }),
  /** A copy of everything held about one person, for that person. The command's id opens it for a while. */
  'people.copy-for-subject': z.strictObject({
    residentId: id,
    askedBy: z.enum(SUBJECT_ASKERS),
    reason: words(200),
  }),
  /** What a resident says is wrong, in his or her own words. */
  'people.ask-correction': z.strictObject({
    residentId: id,
    askedBy: z.enum(SUBJECT_ASKERS),
    said: words(500),
  }),
  'people.answer-correction': z.strictObject({
    requestId: id,
    outcome: z.enum(CORRECTION_OUTCOMES),
    answer: words(500),
    /** With `corrected`: the values as they are right. */
    set: residentChanges,
  }),
} as const;

export type ByHandBodies = { [K in keyof typeof byHandBodies]: z.infer<(typeof byHandBodies)[K]> };
export type ByHandKind = keyof ByHandBodies;

const SUBJECT_KINDS: ReadonlySet<string> = new Set([
  'people.copy-for-subject',
  'people.ask-correction',
  'people.answer-correction',
]);

export const byHandKinds = Object.fromEntries(
  Object.entries(byHandBodies).map(([kind, body]) => {
    const action = SUBJECT_KINDS.has(kind) ? actions.answerSubject : actions.change;
    return [kind, { nature: 'wish', action, v: 1, body }];
  }),
) as unknown as Readonly<Record<ByHandKind, CommandKind>>;
