import * as z from 'zod/mini';
import type { CommandKind } from '#kernel/command/module.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { actions } from './access.ts';
import { DOOR_VISITS, FLOOR_ORDERS, PRIORITY_WAYS } from './call-up-rows.ts';

const id = z.uuid();
const round = { roundId: id };
const slot = { ...round, slotId: id };

const choices = z.strictObject({
  startsAt: instant,
  buildings: z.array(z.strictObject({ buildingId: id, siteId: z.nullable(id) })).check(z.maxLength(500)),
  floors: z.enum(FLOOR_ORDERS),
  priority: z.enum(PRIORITY_WAYS),
  batch: z.int().check(z.gte(1), z.lte(200)),
  personSeconds: z.number().check(z.gte(1), z.lte(600)),
  slack: z.int().check(z.gte(0), z.lte(100)),
  teams: z.int().check(z.gte(1), z.lte(20)),
});

export const callUpBodies = {
  /** A plan, or another one: slots that are not called yet are replaced, called ones stay. */
  'testing.plan-call-up': z.strictObject({ ...round, planId: id, choices }),
  /** All slots of a site that are not called yet, in their new order, also those that come from another site. */
  'testing.order-slots': z.strictObject({
    ...round,
    siteId: id,
    slotIds: z.array(id).check(z.minLength(1), z.maxLength(2000)),
  }),
  /** `following`: those behind it at its site move by as much as its end does. */
  'testing.time-slot': z.strictObject({
    ...slot,
    startsAt: instant,
    endsAt: instant,
    following: z.boolean(),
  }),
  /** Its people are called with another slot. */
  'testing.cancel-slot': z.strictObject({ ...slot, intoSlotId: id }),
  /** Null: to the door list. */
  'testing.place-households': z.strictObject({
    ...round,
    householdIds: z.array(id).check(z.minLength(1), z.maxLength(500)),
    slotId: z.nullable(id),
  }),
  /** Said again it calls again. */
  'testing.call-slot': z.strictObject(slot),
  'testing.skip-slot': z.strictObject(slot),
  'testing.visit-door': z.strictObject({ ...round, stopId: id, visit: z.enum(DOOR_VISITS) }),
} as const;

type CallUpKind = keyof typeof callUpBodies;

const kind = (name: CallUpKind, nature: CommandKind['nature'], action: string): CommandKind => ({
  nature,
  action,
  v: 1,
  body: callUpBodies[name],
});

export const callUpKinds: Readonly<Record<CallUpKind, CommandKind>> = {
  'testing.plan-call-up': kind('testing.plan-call-up', 'wish', actions.plan),
  'testing.order-slots': kind('testing.order-slots', 'wish', actions.plan),
  'testing.time-slot': kind('testing.time-slot', 'wish', actions.plan),
  'testing.cancel-slot': kind('testing.cancel-slot', 'wish', actions.plan),
  'testing.place-households': kind('testing.place-households', 'wish', actions.plan),
  'testing.call-slot': kind('testing.call-slot', 'fact', actions.sample),
  'testing.skip-slot': kind('testing.skip-slot', 'fact', actions.sample),
  'testing.visit-door': kind('testing.visit-door', 'fact', actions.sample),
};
