import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { GROUPS } from '#core/accounts/contract.ts';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { REASONS } from './commands.ts';

const instant = z.int();

const deviceUser = z.object({
  memberId: z.string(),
  name: z.string(),
  phoneMask: z.nullable(z.string()),
  group: z.nullable(z.enum(GROUPS)),
  /** Left the area. */
  hasLeft: z.boolean(),
});
export type DeviceUser = z.output<typeof deviceUser>;

export const deviceView = z.object({
  id: z.string(),
  label: z.nullable(z.string()),
  platform: z.nullable(z.string()),
  /** As it said itself with its last pull, else when it enrolled. */
  appVersion: z.nullable(z.string()),
  /** Whether the browser promised to keep what is stored; null when it never said. */
  persisted: z.nullable(z.boolean()),
  enrolledAt: z.nullable(instant),
  /** Null for one that enrolled and never synced. */
  lastSeenAt: z.nullable(instant),
  /** Commands waiting on it when it was last heard. */
  pending: z.int(),
  /** Server minus device clock, ms; null when never measured. */
  clockOffset: z.nullable(instant),
  revokedAt: z.nullable(instant),
  revokedBy: z.nullable(z.string()),
  because: z.nullable(z.enum(REASONS)),
  note: z.nullable(z.string()),
  /** Who was on it last. */
  lastUserId: z.nullable(z.string()),
  /** Everyone with a key on it, and who was on it last. */
  users: z.array(deviceUser),
});
export type DeviceView = z.output<typeof deviceView>;

export const lateWork = z.object({
  discrepancyId: z.string(),
  commandId: z.string(),
  kind: z.string(),
  code: z.string(),
  deviceId: z.nullable(z.string()),
  author: z.nullable(z.string()),
  /** When it happened by the corrected clock. */
  at: instant,
  receivedAt: instant,
});
export type LateWork = z.output<typeof lateWork>;

export const devicesQueries = {
  /** Every phone, the longest silent first; a leader sees those of the own group's people. */
  list: oc
    .meta(sameForAll('devices:see', 'devices:see-all'))
    .route({ method: 'GET', path: '/devices/list', tags: ['devices'] })
    .output(
      z.object({
        devices: z.array(deviceView),
        /** How long a phone may be quiet before it counts as silent, minutes. */
        silentMinutes: z.number(),
        /** The version this server serves. */
        appVersion: z.string(),
      }),
    ),
  /** Facts that came from a phone after it was taken out of use, or after their author had left; not looked at yet. */
  late: oc
    .meta(sameForAll('devices:see', 'devices:see-all'))
    .route({ method: 'GET', path: '/devices/late', tags: ['devices'] })
    .output(z.object({ late: z.array(lateWork) })),
};
