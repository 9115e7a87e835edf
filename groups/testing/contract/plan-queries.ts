import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { LINE_DOUBTS } from '#core/people/contract.ts';
import { ZONE_STATUSES } from '#core/zones/contract.ts';
import { EXCUSES, MOST_LISTED } from './rows.ts';

const text = z.string();
const uuid = z.uuid();
const count = z.int();
const ofRound = { roundId: uuid };
const status = z.enum(['expected', 'away', 'exempt']);
const excuse = z.enum(EXCUSES);

const awaited = { people: count, expected: count, away: count, exempt: count };

const force = z.object({ sites: count, lanes: count, samplers: count, registrars: count, helpers: count });

export const SCOPE_PARTS = ['compounds', 'buildings', 'entrances', 'zone', 'list'] as const;
export type ScopePart = (typeof SCOPE_PARTS)[number];

const planning = z.object({
  /** Everybody once; after the opening as the list stands. */
  total: z.object(awaited),
  /** A draft's parts, each by itself: somebody in two parts counts in both. Empty after the opening. */
  parts: z.array(
    z.object({
      part: z.enum(SCOPE_PARTS),
      zone: z.nullable(z.enum(ZONE_STATUSES)),
      /** Chosen places, or places where the zone status holds, or people of the list. */
      chosen: count,
      ...awaited,
    }),
  ),
  /** People of the list that the register no longer knows as living here. */
  gone: count,
  planned: force,
  needed: force,
  rules: z.object({
    peoplePerSite: count,
    peoplePerSampler: count,
    samplersPerLane: count,
    registrarsPerLane: count,
    helpersPerSite: count,
  }),
});
export type Planning = z.infer<typeof planning>;

/** Somebody of a round's list, or of the list to be. */
export const planPerson = z.object({
  residentId: text,
  buildingId: text,
  /** `清源小区 3号 402` */
  place: text,
  /** `王**` */
  name: text,
  status,
  reason: z.nullable(excuse),
  /** What the round before this one said of somebody who is awaited now. */
  earlier: z.nullable(z.object({ status, reason: excuse })),
});
export type PlanPerson = z.infer<typeof planPerson>;

export const PLAN_SHOWS = ['excused', 'proposed', 'everybody'] as const;

const readLine = z.object({
  /** With the doubt `several`: whom it could mean, at most eight. */
  residentIds: z.array(text),
  doubt: z.nullable(z.enum(LINE_DOUBTS)),
});

export const planQueries = {
  /** How many people a round would ask for, and whether sites, lanes and hands suffice. Action `testing:plan`. */
  planning: oc.input(z.object(ofRound)).output(planning),
  /** Who is awaited and who not, masked, in address order, at most 500. Action `testing:plan`. */
  planPeople: oc
    .input(
      z.object({
        ...ofRound,
        show: z.enum(PLAN_SHOWS),
        buildingId: z.optional(uuid),
        /** Room, pinyin or initials. */
        text: z.optional(z.string().check(z.maxLength(60))),
      }),
    )
    .output(
      z.object({
        rows: z.array(planPerson),
        total: count,
        buildings: z.array(z.object({ id: text, label: text })),
      }),
    ),
  /** Whom the lines of a pasted list or a sheet mean, one reading for each. Action `testing:plan`. */
  readList: oc
    .input(z.object({ lines: z.array(z.string().check(z.maxLength(400))).check(z.maxLength(MOST_LISTED)) }))
    .output(
      z.object({
        lines: z.array(readLine),
        /** Everybody the lines name, masked. */
        people: z.array(z.object({ residentId: text, place: text, name: text })),
      }),
    ),
};
