import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { MERGE_FIELDS } from './by-hand.ts';
import { registerRow } from './register-row.ts';
import { RESOLUTIONS } from './settlement.ts';
import { CORRECTION_OUTCOMES, SUBJECT_ASKERS } from './subject.ts';

const uuid = z.uuid();
const text = z.string();
const maybeText = z.nullable(text);
const instant = z.int();

/** Why two entries may be one person. */
export const LIKENESSES = ['number', 'phone', 'birth', 'name'] as const;
export type Likeness = (typeof LIKENESSES)[number];

const pair = z.object({ why: z.array(z.enum(LIKENESSES)), people: z.array(registerRow) });
export type LikePair = z.infer<typeof pair>;

const comparison = z.object({
  /** Both entries, the one to keep first as proposed. */
  people: z.array(registerRow),
  /** Fields in which they say different things, also where the masks look alike. */
  differing: z.array(z.enum(MERGE_FIELDS)),
  /** Which fields to take over when that entry is kept, by trust: see `domain/propose-merge.ts`. */
  proposals: z.record(text, z.array(z.enum(MERGE_FIELDS))),
});
export type Comparison = z.infer<typeof comparison>;

/** A value that a visit said, numbers masked. */
const saidValue = z.object({ field: text, value: text });

const discrepancy = z.object({
  id: text,
  code: text,
  details: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  raisedAt: instant,
  settledAt: z.nullable(instant),
  settledByName: maybeText,
  resolution: maybeText,
  note: maybeText,
  resolutions: z.array(z.enum(RESOLUTIONS)),
  /** Whom it is about: the person of the visit, then the other one. */
  people: z.array(registerRow),
  /** The visit that contradicts: who, when, what was said. */
  said: z.nullable(z.object({ at: instant, byName: maybeText, values: z.array(saidValue) })),
});
export type PeopleDiscrepancy = z.infer<typeof discrepancy>;

const happening = z.object({
  at: instant,
  byName: maybeText,
  what: z.enum(['moved', 'merged', 'unmerged', 'merged-into']),
  /** The former address, or the other entry's name and address. */
  other: text,
  otherId: maybeText,
  reason: text,
  /** A merge that can be taken back. */
  mergeId: maybeText,
});
export type Happening = z.infer<typeof happening>;

const request = z.object({
  id: text,
  residentId: text,
  name: text,
  room: text,
  kind: z.enum(['copy', 'correction']),
  askedBy: z.enum(SUBJECT_ASKERS),
  said: text,
  byName: maybeText,
  at: instant,
  outcome: z.nullable(z.enum(CORRECTION_OUTCOMES)),
  answer: text,
  answeredByName: maybeText,
  answeredAt: z.nullable(instant),
});
export type SubjectRequestView = z.infer<typeof request>;

const subjectCopy = z.object({
  name: text,
  room: text,
  sections: z.array(
    z.object({
      title: text,
      purpose: text,
      columns: z.array(text),
      rows: z.array(z.array(text)),
    }),
  ),
});
export type SubjectCopy = z.infer<typeof subjectCopy>;

/** GET, with x-concerto-area and `?request=…&language=…`: the copy as an .xlsx. */
export const SUBJECT_SHEET_PATH = '/api/people/subject.xlsx';

export const byHandQueries = {
  /** Pairs that may be one person, the likeliest first; pairs told apart are left out. Action `people:change`. */
  duplicates: oc.output(z.object({ pairs: z.array(pair) })),
  /** Two entries side by side. Problem `people.resident-unknown`. Action `people:change`. */
  compare: oc.input(z.object({ residentId: uuid, otherId: uuid })).output(comparison),
  /** Contradictions of the register, latest first. Action `people:change`. */
  discrepancies: oc
    .input(z.object({ open: z.boolean(), limit: z._default(z.int().check(z.gte(1), z.lte(500)), 200) }))
    .output(z.object({ discrepancies: z.array(discrepancy) })),
  /** What waits for the desk. Action `people:change`. */
  waiting: oc.output(z.object({ discrepancies: z.int(), corrections: z.int() })),
  /** Moves and merges of one person, latest first. Action `people:read-register`. */
  history: oc.input(z.object({ residentId: uuid })).output(z.object({ happenings: z.array(happening) })),
  /** What residents asked about their data: open corrections first. Action `people:answer-subject`. */
  requests: oc.output(z.object({ requests: z.array(request) })),
  /**
   * Everything held about one person, for its author, half an hour long.
   * Problems `people.request-unknown`, `people.copy-expired`. Action `people:answer-subject`.
   */
  subjectCopy: oc.input(z.object({ requestId: uuid, language: z.enum(['zh-CN', 'en']) })).output(subjectCopy),
};
