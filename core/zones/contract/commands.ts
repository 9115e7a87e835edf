import * as z from 'zod/mini';
import type { Command } from '#kernel/command/command.ts';
import { instant } from '#kernel/time-id/instant.ts';
import { PLACE_KINDS, ZONE_STATUSES } from './rows.ts';

const id = z.uuid();
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const proposalId = z.string().check(z.minLength(1), z.maxLength(160));

export const bodies = {
  /** Without an end it replaces what was declared for the place before; with one it lies over it for that time. */
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
  /** As if it had never been declared: what it replaced holds again, the history keeps it. */
  'zones.withdraw-status': z.object({ statusId: id, reason: words }),
  /** Does what is proposed, as it is or as the person changed it; `declare` null: lifts or takes back, as proposed. */
  'zones.accept-proposal': z.object({
    proposalId,
    reason: words,
    declare: z.nullable(
      z.object({
        statusId: id,
        status: z.enum(ZONE_STATUSES),
        from: instant,
        until: z.nullable(instant),
        source: words,
      }),
    ),
  }),
  'zones.set-aside-proposal': z.object({
    proposalId,
    reason: words,
    /** When it is to be proposed again; null: only if something new is known. */
    againAt: z.nullable(instant),
  }),
} as const;

export type ZonesCommandKind = keyof typeof bodies;
export type ZonesBody<K extends ZonesCommandKind> = z.output<(typeof bodies)[K]>;
export type ZonesCommand = { [K in ZonesCommandKind]: Command<K, ZonesBody<K>> }[ZonesCommandKind];
