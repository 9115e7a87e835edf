import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { SUPPLY_DIFFERENCES } from '../domain/supply/reckon.ts';
import { actions } from './access.ts';
import { LANE_DEEDS, SUPPLY_KINDS } from './supply-rows.ts';

const text = z.string();
const count = z.int();
const maybe = z.nullable(count);

const supplyLine = z.object({
  laneId: text,
  site: text,
  lane: text,
  kind: z.enum(SUPPLY_KINDS),
  /** Of `other` only. */
  name: text,
  /** Null for kinds that do not follow from people and hands. */
  needed: maybe,
  issued: count,
  received: count,
  returned: count,
  left: maybe,
  used: maybe,
  /** Samples of swabs, tubes opened of tubes: those that stand, and those that may have cost a piece. */
  done: z.nullable(z.object({ least: count, most: count })),
  differences: z.array(z.object({ kind: z.enum(SUPPLY_DIFFERENCES), pieces: count })),
});
export type SupplyLine = z.infer<typeof supplyLine>;

const supplyEntry = z.object({
  id: text,
  laneId: text,
  site: text,
  lane: text,
  kind: z.enum(SUPPLY_KINDS),
  name: text,
  deed: z.enum(['issued', ...LANE_DEEDS]),
  quantity: count,
  note: text,
  at: count,
  /** Who said it; null: no longer known here. */
  by: z.nullable(text),
  voided: z.boolean(),
});
export type SupplyEntryView = z.infer<typeof supplyEntry>;

const supplies = z.object({
  round: z.object({ id: text, name: text, state: z.enum(['draft', 'open', 'closed']) }),
  lanes: z.array(z.object({ laneId: text, site: text, lane: text })),
  lines: z.array(supplyLine),
  /** Latest first, voided ones too. */
  entries: z.array(supplyEntry),
  /** Awaited people that the needs are reckoned from. */
  people: count,
  reservePercent: count,
});
export type Supplies = z.infer<typeof supplies>;

export const supplyQueries = {
  /** Every lane's supplies: needed, issued, used, returned, and what does not agree. Action `testing:oversee`. */
  supplies: oc
    .meta(sameForAll(actions.oversee))
    .input(z.object({ roundId: z.uuid() }))
    .output(supplies),
};
