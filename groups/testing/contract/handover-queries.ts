import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { COUNT_STATES } from '../domain/transport/counts.ts';
import { CLOCK_STATES } from '../domain/transport/lab-clock.ts';
import { actions } from './access.ts';
import { DESTINATIONS, WITNESSES } from './handover-rows.ts';
import { GAP_KINDS, SIGNS_AS, WAYS } from './reconcile-rows.ts';

const text = z.string();
const maybeText = z.nullable(text);
const instant = z.int();
const maybe = z.nullable(instant);
const HOLDERS = ['area', ...DESTINATIONS] as const;

const transportBox = z.object({
  code: text,
  /** Null: only a count or a hand-over names it. */
  boxId: maybeText,
  sealedAt: maybe,
  sealedByName: maybeText,
  sealNumber: maybeText,
  temperature: z.nullable(z.number()),
  /** Distinct codes scanned into it, and swabs in the known ones of them. */
  tubes: z.int(),
  people: z.int(),
  countState: z.enum(COUNT_STATES),
  counts: z.array(z.object({ tubes: z.int(), at: instant, byName: maybeText, helper: maybeText })),
  holder: z.enum(HOLDERS),
  since: maybe,
  /** Codes of hand-overs of it that only one side has signed. */
  waiting: z.array(text),
  clock: z.object({ state: z.enum(CLOCK_STATES), from: maybe, dueAt: maybe, arrivedAt: maybe }),
});
export type TransportBox = z.infer<typeof transportBox>;

const handedBox = z.object({ code: text, tubes: z.int() });

const signed = z.object({
  at: instant,
  /** The member who signed, or who answers for the finger's or paper's signature. */
  byName: maybeText,
  witness: z.enum(WITNESSES),
  signer: z.nullable(z.object({ name: text, organisation: text, plate: text, drawing: text })),
  boxCount: z.int(),
  tubeCount: z.int(),
});
export type SignedSide = z.infer<typeof signed>;

const handover = z.object({
  code: text,
  destination: z.enum(DESTINATIONS),
  state: z.enum(['confirmed', 'waiting-for-receiver', 'waiting-for-giver', 'void']),
  boxes: z.array(handedBox),
  given: z.nullable(signed),
  received: z.nullable(signed),
  /** Boxes the sides speak of differently. */
  disputed: z.array(text),
  sameNumbers: z.boolean(),
});
export type HandoverView = z.infer<typeof handover>;

export const transport = z.object({
  boxes: z.array(transportBox),
  handovers: z.array(handover),
  /** How long samples may be under way, and before its end the warning, minutes; as it holds now. */
  limits: z.object({ minutes: z.int(), warning: z.int() }),
});
export type Transport = z.infer<typeof transport>;

const gap = z.object({
  kind: z.enum(GAP_KINDS),
  subject: text,
  said: text,
  people: z.int(),
  lane: maybeText,
  tubeCode: maybeText,
  boxCode: maybeText,
  handoverCode: maybeText,
  /** Masked; null where it is about nobody, or somebody unknown. */
  person: z.nullable(z.object({ name: maybeText, place: maybeText })),
  at: maybe,
  ways: z.array(z.enum(WAYS)),
  /** Who accepted it as it stands, and why. */
  accepted: z.nullable(z.object({ at: instant, byName: maybeText, note: text })),
});
export type GapView = z.infer<typeof gap>;

export const gaps = z.object({
  gaps: z.array(gap),
  /** How many more of their kinds there are than are listed. */
  more: z.int(),
  open: z.int(),
  accepted: z.int(),
  /** Boxes of the round, to pack a found tube into. */
  boxCodes: z.array(text),
});
export type Gaps = z.infer<typeof gaps>;

const settledDiscrepancy = z.object({
  code: text,
  details: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  resolution: maybeText,
  note: maybeText,
  byName: maybeText,
  settledAt: maybe,
});

export const signature = z.object({
  signsAs: z.enum(SIGNS_AS),
  byName: maybeText,
  at: instant,
  /** Which version of the figures: 1 is the first that anybody signed. */
  edition: z.int(),
});
export type SignatureView = z.infer<typeof signature>;

const summary = z.object({
  /** Of the figures as they stand now. */
  hash: text,
  /** Which version these figures are; one more than the last signed where nobody has signed them. */
  edition: z.int(),
  signatures: z.array(signature),
  /** Signed before, and the figures have moved since. */
  revised: z.boolean(),
  gaps: z.array(gap),
  discrepancies: z.object({ open: z.int(), settled: z.array(settledDiscrepancy) }),
});
export type Summary = z.infer<typeof summary>;

const ofRound = z.object({ roundId: z.uuid() });

/** Merged into the module's queries. All: action `testing:oversee`. */
export const handoverQueries = {
  /** Boxes and hand-overs of a round with the clock to the laboratory. */
  transport: oc.meta(sameForAll(actions.oversee)).input(ofRound).output(transport),
  /** What does not agree, each with the ways to settle it. */
  gaps: oc.meta(sameForAll(actions.oversee)).input(ofRound).output(gaps),
  /** What the signed summary says beside the board and the transport. */
  summary: oc.meta(sameForAll(actions.oversee)).input(ofRound).output(summary),
};
