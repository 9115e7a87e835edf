import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { ZONE_STATUSES } from '#core/zones/contract.ts';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { callUpQueries } from './call-up-queries.ts';
import { contactQueries } from './contact-queries.ts';
import { handoverQueries } from './handover-queries.ts';
import { historyQueries } from './history-queries.ts';
import { missedQueries } from './missed-queries.ts';
import { numberQueries } from './number-queries.ts';
import { paperQueries } from './paper-queries.ts';
import { planQueries } from './plan-queries.ts';
import { printQueries } from './print-queries.ts';
import { DIFFERENCE_KINDS, FIGURES } from './reconciliation.ts';
import { REFUSAL_KINDS, REFUSAL_REASONS } from './refusal-rows.ts';
import { rehearsalQueries } from './rehearsal-queries.ts';
import { resultQueries } from './result-queries.ts';
import { CLOSE_REASONS, EXCUSES, METHODS } from './rows.ts';
import { setUpQueries } from './set-up-queries.ts';
import { RESOLUTIONS } from './settlement.ts';
import { supplyQueries } from './supply-queries.ts';

const uuid = z.uuid();
const text = z.string();
const instant = z.int();
const maybe = z.nullable(instant);

const roundHead = z.object({
  id: text,
  name: text,
  mode: z.enum(['single', 'pooled']),
  poolRatio: z.int(),
  state: z.enum(['draft', 'open', 'closed']),
  createdAt: instant,
  openedAt: maybe,
  closedAt: maybe,
  /** Set when facts arrived after the closing. */
  revisedAt: maybe,
});
export type RoundHead = z.infer<typeof roundHead>;

const roundSummary = z.extend(roundHead, {
  /** Awaited people; null while in draft. */
  expected: z.nullable(z.int()),
  /** Swabs in tubes. */
  inTubes: z.int(),
  openDiscrepancies: z.int(),
});
export type RoundSummary = z.infer<typeof roundSummary>;

const figures = z.object({
  checkedIn: z.int(),
  inTubes: z.int(),
  inPackedTubes: z.int(),
  tubes: z.int(),
  tubesPacked: z.int(),
});

const difference = z.object({
  kind: z.enum(DIFFERENCE_KINDS),
  /** As in `Difference.people`: what it adds, signed. */
  people: z.int(),
  rows: z.int(),
});

const boardLane = z.object({
  laneId: text,
  name: text,
  removed: z.boolean(),
  figures,
  differences: z.array(difference),
});
export type BoardLane = z.infer<typeof boardLane>;

const coverage = z.object({
  expected: z.int(),
  sampled: z.int(),
  missed: z.int(),
  /** Of the missed: who said no, and who was looked for and not met, by the latest word. */
  refused: z.int(),
  absent: z.int(),
  away: z.int(),
  exempt: z.int(),
});

const buildingCoverage = z.extend(coverage, { buildingId: text, compound: text, building: text });
export type BoardBuilding = z.infer<typeof buildingCoverage>;

export const board = z.object({
  round: roundHead,
  sites: z.array(
    z.object({ siteId: text, name: text, removed: z.boolean(), figures, lanes: z.array(boardLane) }),
  ),
  total: figures,
  /** Distinct people in tubes; `inTubes` = `people` + `repeats`. */
  people: z.int(),
  repeats: z.int(),
  /** Packed codes no known tube bears: a phone has not synced. */
  unknownPackings: z.int(),
  boxes: z.object({ open: z.int(), sealed: z.int() }),
  coverage,
  buildings: z.array(buildingCoverage),
  discrepancies: z.object({ open: z.int(), settled: z.int() }),
  /** Phones that may hold work of an open round. */
  unsyncedDevices: z.int(),
});
export type Board = z.infer<typeof board>;

/** Every figure of a board that opens to rows. */
export const ROW_FIGURES = [
  ...FIGURES,
  ...DIFFERENCE_KINDS,
  'people',
  'repeats',
  'unknown-packings',
  'expected',
  'sampled',
  'missed',
  'refused',
  'absent',
  'away',
  'exempt',
] as const;
export type RowFigure = (typeof ROW_FIGURES)[number];

const personPart = {
  residentId: z.nullable(text),
  /** Masked; null for somebody unknown. */
  name: z.nullable(text),
  place: z.nullable(text),
};

const personRow = z.object({
  id: text,
  ...personPart,
  /** Why he or she is not awaited, in `away` and `exempt`. */
  reason: z.nullable(z.enum(EXCUSES)),
  /** What the field heard of somebody missed, in `missed`, `refused` and `absent`. */
  refusal: z.nullable(
    z.object({ kind: z.enum(REFUSAL_KINDS), reason: z.enum(REFUSAL_REASONS), note: text, at: instant }),
  ),
  laneId: z.nullable(text),
  at: maybe,
  by: z.nullable(text),
  method: z.nullable(z.enum(METHODS)),
  tubeId: z.nullable(text),
  tubeCode: z.nullable(text),
});
export type PersonRow = z.infer<typeof personRow>;

const tubeRow = z.object({
  id: text,
  code: text,
  laneId: text,
  state: z.enum(['open', 'closed', 'packed']),
  count: z.int(),
  ratio: z.int(),
  openedAt: instant,
  closedAt: maybe,
  closeReason: z.nullable(z.enum(CLOSE_REASONS)),
  note: text,
  packedAt: maybe,
  boxCode: z.nullable(text),
});
export type TubeRow = z.infer<typeof tubeRow>;

const packingRow = z.object({ id: text, code: text, boxCode: text, at: instant, by: text });

export const figureRows = z.discriminatedUnion('of', [
  z.object({ of: z.literal('people'), rows: z.array(personRow), total: z.int() }),
  z.object({ of: z.literal('tubes'), rows: z.array(tubeRow), total: z.int() }),
  z.object({ of: z.literal('packings'), rows: z.array(packingRow), total: z.int() }),
]);
export type FigureRows = z.infer<typeof figureRows>;

/** One side of a contradiction, in the order of the deeds: the words `keep-first` and `keep-second` follow it. */
const side = z.object({
  sampleId: z.nullable(text),
  tubeId: z.nullable(text),
  packingId: z.nullable(text),
  tubeCode: z.nullable(text),
  tubeCount: z.nullable(z.int()),
  boxCode: z.nullable(text),
  lane: z.nullable(text),
  site: z.nullable(text),
  at: maybe,
  by: z.nullable(text),
  byName: z.nullable(text),
  voided: z.boolean(),
});
export type DiscrepancySide = z.infer<typeof side>;

const discrepancy = z.object({
  id: text,
  /** `testing.double-sample` …; its words stand in the messages under `problem.<code>`. */
  code: text,
  details: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  raisedAt: instant,
  settledAt: maybe,
  settledBy: z.nullable(text),
  resolution: z.nullable(text),
  note: z.nullable(text),
  /** Ways to settle it that fit. */
  resolutions: z.array(z.enum(RESOLUTIONS)),
  person: z.nullable(z.object(personPart)),
  sides: z.array(side),
});
export type DiscrepancyView = z.infer<typeof discrepancy>;

const device = z.object({
  id: text,
  actorId: text,
  name: z.nullable(text),
  lastSeenAt: instant,
  pending: z.int(),
  why: z.enum(['pending', 'silent']),
});

const ofRound = z.object({ roundId: uuid });

const roundPlan = z.object({
  round: roundHead,
  scope: z.object({
    compoundIds: z.array(text),
    buildingIds: z.array(text),
    entranceIds: z.array(text),
    zones: z.array(z.enum(ZONE_STATUSES)),
    residentIds: z.array(text),
  }),
  tubeSeries: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('own') }),
    z.object({ kind: z.literal('lab'), name: text, pattern: text }),
  ]),
  sites: z.array(
    z.object({ siteId: text, name: text, lanes: z.array(z.object({ laneId: text, name: text })) }),
  ),
  /** Living people of the scope as the register stands now. */
  present: z.int(),
  away: z.int(),
  /** Sites the norm asks for: present people ÷ `testing.people-per-site`, rounded up. */
  suggestedSites: z.int(),
});
export type RoundPlan = z.infer<typeof roundPlan>;

/** oRPC, mounted at /rpc/testing. */
export const queries = {
  ...printQueries,
  ...paperQueries,
  ...rehearsalQueries,
  ...planQueries,
  ...supplyQueries,
  ...resultQueries,
  ...setUpQueries,
  ...missedQueries,
  ...historyQueries,
  ...callUpQueries,
  ...contactQueries,
  ...handoverQueries,
  ...numberQueries,
  /** Latest first. Action `testing:oversee`. */
  rounds: oc
    .meta(sameForAll(actions.oversee))
    .input(
      z.object({
        before: z._default(maybe, null),
        limit: z._default(z.int().check(z.gte(1), z.lte(50)), 20),
      }),
    )
    .output(z.object({ rounds: z.array(roundSummary) })),
  /** A round's whole plan, to be changed and printed from. Action `testing:view`. */
  plan: oc.meta(sameForAll(actions.view)).input(ofRound).output(roundPlan),
  /** Live reconciliation, missed by building, what waits for a leader. Action `testing:oversee`. */
  board: oc.meta(sameForAll(actions.oversee)).input(ofRound).output(board),
  /** The rows behind a figure of the board, in address or time order. Action `testing:oversee`. */
  rows: oc
    .meta(sameForAll(actions.oversee))
    .input(
      z.object({
        roundId: uuid,
        figure: z.enum(ROW_FIGURES),
        laneId: z.optional(uuid),
        siteId: z.optional(uuid),
        buildingId: z.optional(uuid),
        offset: z._default(z.int().check(z.gte(0)), 0),
        limit: z._default(z.int().check(z.gte(1), z.lte(500)), 100),
      }),
    )
    .output(figureRows),
  /** Contradictions of the round, both sides explained, latest first. Action `testing:oversee`. */
  discrepancies: oc
    .meta(sameForAll(actions.oversee))
    .input(
      z.object({
        roundId: uuid,
        open: z.boolean(),
        limit: z._default(z.int().check(z.gte(1), z.lte(500)), 100),
      }),
    )
    .output(z.object({ discrepancies: z.array(discrepancy) })),
  /** What a leader must have seen before closing. Action `testing:close`. */
  closing: oc
    .meta(sameForAll(actions.close))
    .input(ofRound)
    .output(
      z.object({
        round: roundHead,
        devices: z.array(device),
        openDiscrepancies: z.int(),
        openTubes: z.int(),
        total: figures,
        missed: z.int(),
      }),
    ),
};
