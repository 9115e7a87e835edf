import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { DIRECTIONS, EMERGENCIES, OUTCOMES, SUBJECTS } from './rows.ts';
import { RESOLUTIONS } from './settlement.ts';

const text = z.string();
const maybeText = z.nullable(text);
const count = z.int();
const instant = z.int();
const id = z.uuid();
/** Whole days since 1970 in China, `chinaDay`. */
const day = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** Minutes of one bar of a gate's flow. */
export const SLOT_MINUTES = 15;
/** The most passages of one answer. */
export const MOST_PASSAGES = 1000;

const outcomes = z.object({
  in: count,
  out: count,
  refused: count,
  /** Let through on the leader's word. */
  asked: count,
  emergency: count,
});
export type FlowCounts = z.infer<typeof outcomes>;

/** Whoever let somebody through lately, and the phones he or she is on. */
const atGate = z.object({
  memberId: text,
  name: maybeText,
  lastAt: instant,
  phones: z.array(
    z.object({
      deviceId: text,
      lastSeenAt: instant,
      /** Records that waited on it when it was last heard. */
      pending: count,
      silent: z.boolean(),
    }),
  ),
});

const gateFlow = z.object({
  gateId: text,
  name: text,
  compound: text,
  /** Minutes of the day; both null: day and night. */
  openFrom: z.nullable(count),
  openUntil: z.nullable(count),
  closed: z.boolean(),
  /** Of the day. `in` and `out` went through, whatever let them. */
  counts: outcomes,
  /** The slots in which somebody came, in order; `at`: when it begins. */
  slots: z.array(z.object({ at: instant, in: count, out: count, refused: count })),
  /** Now, of the last minutes; null on another day, and where no lane leads that way. */
  queue: z.nullable(
    z.object({
      perMinute: z.number(),
      capacity: z.number(),
      percent: count,
      state: z.enum(['calm', 'close', 'full']),
    }),
  ),
  people: z.array(atGate),
});
export type GateFlow = z.infer<typeof gateFlow>;

const flow = z.object({
  day,
  /** The day now is. */
  today: day,
  from: instant,
  until: instant,
  /** Minutes the queues look back. */
  queueMinutes: count,
  counts: outcomes,
  /** Contradictions that a leader has still to settle, of any day. */
  toSettle: count,
  gates: z.array(gateFlow),
  /** Why people were turned back or asked about, most first. */
  reasons: z.array(z.object({ rule: text, gateId: text, refused: count, asked: count })),
});
export type FlowView = z.infer<typeof flow>;

const passage = z.object({
  id: text,
  at: instant,
  gateId: text,
  gate: text,
  lane: maybeText,
  direction: z.enum(DIRECTIONS),
  subject: z.enum(SUBJECTS),
  residentId: maybeText,
  /** Masked. */
  name: maybeText,
  place: maybeText,
  outcome: z.enum(OUTCOMES),
  rule: text,
  reason: z.nullable(z.enum(EMERGENCIES)),
  note: text,
  photo: z.nullable(z.object({ fileId: text, state: z.enum(['here', 'coming', 'gone']) })),
  /** Uses one of the household's outings. */
  counts: z.boolean(),
  voided: z.boolean(),
  byName: maybeText,
});
export type PassageView = z.infer<typeof passage>;

const flagView = z.object({
  id: text,
  code: text,
  details: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  raisedAt: instant,
  settledAt: z.nullable(instant),
  settledByName: maybeText,
  resolution: maybeText,
  note: maybeText,
  resolutions: z.array(z.enum(RESOLUTIONS)),
  /** What contradicts; null once it is past its term. */
  passage: z.nullable(passage),
  /** Of an outing too many: every outing of the household that is counted with it, in order of time. */
  outings: z.array(passage),
});
export type FlagView = z.infer<typeof flagView>;

/** Whom the passages of a look are of. */
const ofPerson = z.object({
  residentId: text,
  name: maybeText,
  place: maybeText,
  reason: text,
  /** Latest first. */
  rows: z.array(passage),
  total: count,
});
export type PersonPassages = z.infer<typeof ofPerson>;

/** Merged into the module's queries. Action `gates:oversee`. */
export const flowQueries = {
  /** A day at the gates; today where none is named. */
  flow: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/flow', tags: ['gates'] })
    .input(z.object({ day: z.optional(day) }))
    .output(flow),
  /** Passages of a day, latest first, at most `MOST_PASSAGES` of `total`; those taken back too, uncounted in `total`. */
  passages: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/passages', tags: ['gates'] })
    .input(
      z.object({
        day: z.optional(day),
        gateId: z.optional(id),
        direction: z.optional(z.enum(DIRECTIONS)),
        /** `through`: whatever went through. */
        outcome: z.optional(z.enum([...OUTCOMES, 'through'])),
        rule: z.optional(text.check(z.maxLength(40))),
      }),
    )
    .output(z.object({ day, total: count, rows: z.array(passage) })),
  /** What contradicts, latest first. */
  flags: oc
    .meta(sameForAll(actions.oversee))
    .route({ method: 'GET', path: '/gates/flags', tags: ['gates'] })
    .input(z.object({ open: z.boolean() }))
    .output(z.object({ flags: z.array(flagView) })),
  /**
   * One person's passages, for whoever gave a reason (`gates.look-person`) within the last half an hour.
   * Problems `gates.person-look-unknown`, `gates.person-look-expired`.
   */
  personPassages: oc
    .route({ method: 'GET', path: '/gates/person-passages', tags: ['gates'] })
    .input(z.object({ lookId: id }))
    .output(ofPerson),
};
