import { oc } from '@orpc/contract';
import * as z from 'zod/mini';
import { sameForAll } from '#kernel/query/same-for-all.ts';
import { GROUPS, ROLES } from './roles.ts';

const role = z.enum(ROLES);
const group = z.nullable(z.enum(GROUPS));
const instant = z.int();

export const personAtWork = z.object({
  id: z.string(),
  name: z.string(),
  phoneMask: z.nullable(z.string()),
  role,
  group,
  residentId: z.nullable(z.string()),
  /** Since when in the present role, epoch ms. */
  since: instant,
  endedAt: z.nullable(instant),
  /** Whether an account is tied, so that the person can sign in. */
  canSignIn: z.boolean(),
  /** An authenticator or a passkey. */
  hasSecondFactor: z.boolean(),
  /** Last request of the person in this area, to the minute; null when never. */
  lastSeenAt: z.nullable(instant),
  /** Until when a code for a new PIN that was given is valid; null when none is open. */
  newPinUntil: z.nullable(instant),
  /** Duties not over yet, soonest first. */
  duties: z.array(
    z.object({
      id: z.string(),
      group: z.enum(GROUPS),
      place: z.nullable(z.string()),
      from: instant,
      until: instant,
    }),
  ),
});
export type PersonAtWork = z.output<typeof personAtWork>;

export const invitationRow = z.object({
  id: z.string(),
  role,
  group,
  name: z.nullable(z.string()),
  invitedBy: z.nullable(z.string()),
  /** The name of who invited; null when the server did. */
  invitedByName: z.nullable(z.string()),
  /** Who came in by it, for the inviter to see that it is the one meant. */
  usedBy: z.nullable(z.string()),
  usedByName: z.nullable(z.string()),
  /** Whether that person still works here. */
  usedByEnded: z.boolean(),
  /** Last four digits of the only phone it opens for. */
  phoneEnd: z.nullable(z.string()),
  expiresAt: instant,
  usedAt: z.nullable(instant),
  revokedAt: z.nullable(instant),
});
export type InvitationRow = z.output<typeof invitationRow>;

export const openSession = z.object({
  id: z.string(),
  /** The id the phone syncs with; null at a desk. */
  deviceId: z.nullable(z.string()),
  /** `Android · Chrome`; empty when nothing is known. */
  deviceName: z.string(),
  openedAt: instant,
  /** To the minute. */
  lastSeenAt: instant,
});
export type OpenSession = z.output<typeof openSession>;

export const accountsQueries = {
  /** Every rule the server enforces, as it enforces it, and how long a duty's rights stretch. */
  rights: oc.route({ method: 'GET', path: '/accounts/rights', tags: ['accounts'] }).output(
    z.object({
      rules: z.array(z.object({ action: z.string(), grants: z.array(z.string()) })),
      dutyEarlyMinutes: z.number(),
      dutyGraceMinutes: z.number(),
    }),
  ),
  /** Where one of the own people is signed in: which device, since when; never from where. */
  sessions: oc
    .route({ method: 'GET', path: '/accounts/sessions', tags: ['accounts'] })
    .input(z.object({ memberId: z.uuid() }))
    .output(z.object({ sessions: z.array(openSession) })),
  /** Who works here: members with role, duties and when they were last seen. */
  people: oc
    .meta(sameForAll('accounts:see-people'))
    .route({ method: 'GET', path: '/accounts/people', tags: ['accounts'] })
    .input(z.object({ ended: z._default(z.boolean(), false) }))
    .output(z.object({ people: z.array(personAtWork) })),
  /** Invitations, newest first; a leader sees those of the own group. */
  invitations: oc
    .route({ method: 'GET', path: '/accounts/invitations', tags: ['accounts'] })
    .output(z.object({ invitations: z.array(invitationRow) })),
};
