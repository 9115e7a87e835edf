import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { ANY_MEMBER, COMMAND_POST } from '#core/accounts/contract.ts';
import type { AccessRules } from '#kernel/access/access.ts';
import type { Command, DomainEvent } from '#kernel/command/command.ts';
import { defineProblems } from '#kernel/problem/problem.ts';
import { consequencesOf, foreseen } from './contract/foresee.ts';
import { PLACE_KINDS, type Status, ZONE_STATUSES } from './contract/rows.ts';

const id = z.uuid();
const instant = z.int().check(z.minimum(0));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

export const bodies = {
  'zones.set-status': z.object({
    statusId: id,
    placeKind: z.enum(PLACE_KINDS),
    placeId: id,
    status: z.enum(ZONE_STATUSES),
    from: instant,
    until: z.nullable(instant),
    reason: words,
    source: words,
  }),
  /** Ends it at that time; what lies above the place holds again. */
  'zones.end-status': z.object({ statusId: id, at: instant, reason: words }),
} as const;

export type ZonesCommandKind = keyof typeof bodies;
export type ZonesBody<K extends ZonesCommandKind> = z.output<(typeof bodies)[K]>;
export type ZonesCommand = { [K in ZonesCommandKind]: Command<K, ZonesBody<K>> }[ZonesCommandKind];

export type StatusSet = DomainEvent<'zones.status-set', Omit<Status, 'id'> & { readonly statusId: string }>;
export type StatusEnded = DomainEvent<
  'zones.status-ended',
  { readonly statusId: string; readonly until: number; readonly reason: string }
>;
export type ZonesEvent = StatusSet | StatusEnded;

export const zonesProblems = defineProblems('zones', 5500, {
  'unknown-status': [1, 404],
  'status-exists': [2, 409],
  'period-reversed': [3, 400],
  'status-over': [4, 409],
  'unknown-place': [5, 404],
});

export const zonesRules = {
  'zones:set-status': COMMAND_POST,
  'zones:end-status': COMMAND_POST,
  'zones:see': ANY_MEMBER,
} as const satisfies AccessRules;

export const statusRow = z.object({
  id: z.string(),
  placeKind: z.enum(PLACE_KINDS),
  placeId: z.string(),
  status: z.enum(ZONE_STATUSES),
  from: z.int(),
  until: z.nullable(z.int()),
  reason: z.string(),
  source: z.string(),
  setBy: z.nullable(z.string()),
  /** Why it was ended before its time. */
  endReason: z.nullable(z.string()),
});

export type StatusView = z.output<typeof statusRow>;

export const zonesQueries = {
  /** Every declaration, newest first: what holds now and the history. */
  history: oc
    .route({ method: 'GET', path: '/zones/history', tags: ['zones'] })
    .input(z.object({ placeId: z.optional(z.uuid()) }))
    .output(z.object({ statuses: z.array(statusRow) })),
  /** What a declaration, or the end of one, would change, as every module foresees it. Action `zones:set-status`. */
  foresee: oc
    .route({ method: 'GET', path: '/zones/foresee', tags: ['zones'] })
    .input(consequencesOf)
    .output(foreseen),
};

export type { Consequence, ZoneConsequences, ZoneShift } from './contract/consequences.ts';
export type { Foreseen } from './contract/foresee.ts';
export type { PlacesInStatus, ZonesReader } from './contract/readers.ts';
export * from './contract/rows.ts';
export { type StatusInForce, statusAt } from './domain/status-at.ts';
