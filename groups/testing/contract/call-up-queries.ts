import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { actions } from './access.ts';
import { DOOR_VISITS, FLOOR_ORDERS, PRIORITY_WAYS } from './call-up-rows.ts';
import { rehearsalBasis } from './rehearsal-queries.ts';

const text = z.string();
const int = z.int();
const maybe = z.nullable(z.int());
const maybeText = z.nullable(text);

const part = z.object({
  buildingId: text,
  compound: text,
  building: text,
  entrance: maybeText,
  floors: z.array(int),
  people: int,
});

const slotTimes = {
  id: text,
  siteId: text,
  kind: z.enum(['block', 'priority']),
  startsAt: int,
  endsAt: int,
  parts: z.array(part),
  people: int,
  calledAt: maybe,
  lastCallAt: maybe,
  calls: int,
  skippedAt: maybe,
  endedAt: maybe,
};

export const callUpSlot = z.object({
  ...slotTimes,
  priority: int,
  escorts: int,
  /** Of its people those who are awaited now, and of these those who were sampled. */
  awaited: int,
  came: int,
});
export type CallUpSlot = z.infer<typeof callUpSlot>;

const address = {
  buildingId: text,
  compound: text,
  building: text,
  entrance: maybeText,
  floor: maybe,
  room: text,
};

export const callUpDoor = z.object({
  id: text,
  ...address,
  reason: z.enum(['sealed', 'immobile', 'chosen']),
  people: int,
  came: int,
  team: int,
  sort: int,
  visit: z.nullable(z.enum(DOOR_VISITS)),
  visitedAt: maybe,
});
export type CallUpDoor = z.infer<typeof callUpDoor>;

export const callUpHousehold = z.object({
  householdId: text,
  ...address,
  sort: text,
  people: int,
  priority: int,
  escorts: int,
  door: z.nullable(z.enum(['sealed', 'immobile'])),
});

const choices = z.object({
  startsAt: int,
  buildings: z.array(z.object({ buildingId: text, siteId: maybeText })),
  floors: z.enum(FLOOR_ORDERS),
  priority: z.enum(PRIORITY_WAYS),
  batch: int,
  personSeconds: z.number(),
  slack: int,
  teams: int,
});

const site = z.object({ siteId: text, name: text, lanes: int });

export const callUpView = z.object({
  round: z.object({ id: text, name: text, state: z.enum(['draft', 'open', 'closed']) }),
  /** With at least one lane. */
  sites: z.array(site),
  plan: z.nullable(z.object({ choices, plannedAt: int })),
  /** In calling order by site; replaced ones are left out, cancelled ones are in. */
  slots: z.array(callUpSlot),
  /** By team, in walking order. */
  doors: z.array(callUpDoor),
  /** Awaited, not sampled, and in no slot or door: new to the list since the plan was made. */
  unplaced: z.array(callUpHousehold),
  /** What a rehearsal needs. */
  basis: rehearsalBasis,
});
export type CallUpView = z.infer<typeof callUpView>;

export const callUpBasis = z.object({
  households: z.array(callUpHousehold),
  /** Dated settings as they hold now. */
  lift: int,
  batch: int,
  slack: int,
});
export type CallUpBasis = z.infer<typeof callUpBasis>;

export const siteScreen = z.object({
  round: text,
  site: text,
  /** The server's clock, epoch ms. */
  now: int,
  /** Not ended, in calling order. */
  slots: z.array(z.object(slotTimes)),
});
export type SiteScreen = z.infer<typeof siteScreen>;

const ofRound = z.object({ roundId: z.uuid() });

/** Merged into the module's queries. */
export const callUpQueries = {
  /** Slots and doors with how they stand. Action `testing:plan`. */
  callUp: oc.input(ofRound).output(callUpView),
  /** What a plan is made from: households without a name. Action `testing:plan`. */
  callUpBasis: oc.input(ofRound).output(callUpBasis),
  /** For the big screen: buildings and floors, nobody's name. Action `testing:view`. */
  siteScreen: oc
    .meta(sameForAll(actions.view))
    .input(z.object({ roundId: z.uuid(), siteId: z.uuid() }))
    .output(siteScreen),
};
