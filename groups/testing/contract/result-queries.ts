import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { LAB_OUTCOMES } from './rows.ts';

const text = z.string();
const outcome = z.enum(LAB_OUTCOMES);
const maybe = z.nullable(z.int());

/** A tube with what the laboratory said of it. */
export const tubeResult = z.object({
  tubeCode: text,
  laneId: z.nullable(text),
  /** People in it; 0 for a tube nobody here knows. */
  people: z.int(),
  /** Null: not known yet. */
  outcome: z.nullable(outcome),
  note: text,
  reportedAt: maybe,
  /** The laboratory named a tube that no phone has brought. */
  unmatched: z.boolean(),
  /** What it said before it corrected itself, latest first. */
  earlier: z.array(z.object({ outcome, note: text, replacedAt: z.int() })),
});
export type TubeResult = z.infer<typeof tubeResult>;

/** Somebody in a tube that was positive or invalid. */
export const recalled = z.object({
  residentId: z.nullable(text),
  buildingId: text,
  compound: text,
  building: text,
  room: text,
  householdId: text,
  /** Address order as plain text order. */
  sort: text,
  birthYear: maybe,
  /** `清源小区 3号 402` */
  place: text,
  /** `王**`; null for somebody unknown. */
  name: z.nullable(text),
  tubeCode: text,
  outcome: z.enum(['positive', 'invalid']),
  /** When the tube was sampled. */
  at: z.int(),
  /** When a single sample taken since came back negative; null: still held. */
  releasedAt: maybe,
  /** The recall round that he or she is in. */
  followUpId: z.nullable(text),
});
export type Recalled = z.infer<typeof recalled>;

const ofRound = z.object({ roundId: z.uuid() });

/** Merged into the module's queries. Both: action `testing:results`. */
export const resultQueries = {
  /** Every tube of the round, unmatched ones too: positive, invalid, waiting, negative. */
  results: oc
    .meta(sameForAll(actions.results))
    .input(ofRound)
    .output(z.object({ tubes: z.array(tubeResult) })),
  /** Everybody to be sampled again singly, in address order. */
  recall: oc.input(ofRound).output(z.object({ round: text, people: z.array(recalled) })),
};

/** POST /api/areas/:areaId/testing/results-sheet, multipart `file`: the sheet's cells as text, nothing is kept. */
export interface ResultsSheet {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
}

export const resultsSheetPath = (areaId: string): string => `/api/areas/${areaId}/testing/results-sheet`;
