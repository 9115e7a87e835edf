import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { toldCall } from './missed-queries.ts';
import { CLEARINGS } from './missed-rows.ts';
import { CLOSE_REASONS, EXCUSES, LAB_OUTCOMES, METHODS } from './rows.ts';

const text = z.string();
const instant = z.int();
const maybeText = z.nullable(text);
const maybe = z.nullable(instant);
const outcome = z.enum(LAB_OUTCOMES);

/** Why a row is no longer as it was first recorded: the command that changed it last. */
const change = z.object({
  /** `testing.void-sample`, `testing.settle` …; its words stand under `command.<kind>`. */
  kind: text,
  at: instant,
  byName: maybeText,
  /** How a leader settled it; its words stand under `testing.resolution.<…>`. */
  resolution: maybeText,
  note: text,
});
export type Change = z.infer<typeof change>;

const result = z.object({
  outcome,
  note: text,
  reportedAt: maybe,
  recordedAt: instant,
  recordedByName: maybeText,
  /** What the laboratory said before it corrected itself, latest first. */
  earlier: z.array(z.object({ outcome, note: text, recordedAt: instant, replacedAt: instant })),
});
export type TubeVerdict = z.infer<typeof result>;

const member = z.object({
  sampleId: text,
  /** 1, 2, 3 … in the tube; null when withdrawn. */
  position: z.nullable(z.int()),
  residentId: maybeText,
  /** Masked; null for somebody unknown. */
  name: maybeText,
  place: maybeText,
  at: instant,
  lane: maybeText,
  byName: maybeText,
  method: z.enum(METHODS),
  withdrawn: z.boolean(),
  change: z.nullable(change),
});
export type TubeMember = z.infer<typeof member>;

/** One phone's opening of the code; two are one tube, or wait for somebody to say so. */
const opening = z.object({
  tubeId: text,
  lane: maybeText,
  ratio: z.int(),
  state: z.enum(['open', 'closed', 'packed']),
  openedAt: instant,
  openedByName: maybeText,
  closedAt: maybe,
  closedByName: maybeText,
  closeReason: z.nullable(z.enum(CLOSE_REASONS)),
  note: text,
  onPaper: z.boolean(),
  packedAt: maybe,
  packedByName: maybeText,
  boxCode: maybeText,
  sealedAt: maybe,
  sealedByName: maybeText,
  /** Taken out, and what it turned out to be the same as. */
  voided: z.boolean(),
  merged: z.boolean(),
});
export type TubeOpening = z.infer<typeof opening>;

const settled = z.object({
  code: text,
  details: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  raisedAt: instant,
  settledAt: maybe,
  settledByName: maybeText,
  resolution: maybeText,
  note: maybeText,
});
export type TubeDispute = z.infer<typeof settled>;

export const tubeHistory = z.object({
  round: z.object({ id: text, name: text }),
  code: text,
  openings: z.array(opening),
  /** In the tube's order (`domain/members/order.ts`). */
  members: z.array(member),
  /** Contradictions it was part of, settled or not. */
  disputes: z.array(settled),
  /** Whether the reader may see results. */
  maySeeResult: z.boolean(),
  result: z.nullable(result),
});
export type TubeHistory = z.infer<typeof tubeHistory>;

const tested = z.object({
  sampleId: text,
  tubeCode: maybeText,
  position: z.nullable(z.int()),
  /** People in that tube. */
  inTube: z.nullable(z.int()),
  single: z.boolean(),
  at: instant,
  lane: maybeText,
  byName: maybeText,
  method: z.enum(METHODS),
  withdrawn: z.boolean(),
  change: z.nullable(change),
  /** In force; null also when the reader may not see it. */
  outcome: z.nullable(outcome),
  reportedAt: maybe,
  /** What the laboratory said before it corrected itself, latest first; empty when the reader may not see it. */
  earlier: z.array(z.object({ outcome, replacedAt: instant })),
});
export type PersonTest = z.infer<typeof tested>;

const roundOfPerson = z.object({
  roundId: text,
  round: text,
  openedAt: instant,
  state: z.enum(['draft', 'open', 'closed']),
  /** Null: not on that round's list. */
  expected: z.nullable(z.enum(['expected', 'away', 'exempt'])),
  reason: z.nullable(z.enum(EXCUSES)),
  tests: z.array(tested),
  /** Missed in it when it ended, and what cleared that since. */
  missed: z.nullable(
    z.object({ since: instant, clearedAt: maybe, clearedBy: z.nullable(z.enum(CLEARINGS)) }),
  ),
  /** Second calls, latest first. */
  calls: z.array(toldCall),
});
export type PersonRound = z.infer<typeof roundOfPerson>;

export const personHistory = z.object({
  /** The id that stands, also where a merged one was asked for. */
  residentId: text,
  /** Masked; null when the register does not know the id. */
  name: maybeText,
  place: maybeText,
  maySeeResult: z.boolean(),
  /** Opened rounds, latest first. */
  rounds: z.array(roundOfPerson),
});
export type PersonHistory = z.infer<typeof personHistory>;

const foundTube = z.object({ roundId: text, round: text, code: text, people: z.int() });
export type FoundTube = z.infer<typeof foundTube>;

/** Merged into the module's queries. All: action `testing:oversee`; outcomes only for `testing:results`. */
export const historyQueries = {
  /** Everything about one tube code of a round. Problem `testing.no-such-tube`. */
  tube: oc.input(z.object({ roundId: z.uuid(), code: text.check(z.maxLength(40)) })).output(tubeHistory),
  /** Every round of one resident. */
  person: oc.input(z.object({ residentId: z.uuid() })).output(personHistory),
  /** A whole code of any round, or a part of one of the latest rounds' codes. */
  findTubes: oc
    .input(z.object({ text: text.check(z.minLength(3), z.maxLength(60)) }))
    .output(z.object({ tubes: z.array(foundTube) })),
};
