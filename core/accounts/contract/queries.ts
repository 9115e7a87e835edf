import { oc } from '@orpc/contract';
import * as z from 'zod';
import { GROUPS, ROLES } from './roles.ts';

const role = z.enum(ROLES);
const group = z.enum(GROUPS).nullable();
const instant = z.int();

export const personAtWork = z.object({
  id: z.string(),
  name: z.string(),
  phoneMask: z.string().nullable(),
  role,
  group,
  residentId: z.string().nullable(),
  /** Since when in the present role, epoch ms. */
  since: instant,
  endedAt: instant.nullable(),
  /** Whether an account is tied, so that the person can sign in. */
  canSignIn: z.boolean(),
  /** Last request of the person in this area, to the minute; null when never. */
  lastSeenAt: instant.nullable(),
  /** Duties not over yet, soonest first. */
  duties: z.array(
    z.object({
      id: z.string(),
      group: z.enum(GROUPS),
      place: z.string().nullable(),
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
  name: z.string().nullable(),
  invitedBy: z.string().nullable(),
  expiresAt: instant,
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
});
export type InvitationRow = z.output<typeof invitationRow>;

export const accountsQueries = {
  /** Who works here: members with role, duties and when they were last seen. */
  people: oc
    .route({ method: 'GET', path: '/accounts/people', tags: ['accounts'] })
    .input(z.object({ ended: z.boolean().default(false) }))
    .output(z.object({ people: z.array(personAtWork) })),
  /** Invitations, newest first; a leader sees those of the own group. */
  invitations: oc
    .route({ method: 'GET', path: '/accounts/invitations', tags: ['accounts'] })
    .output(z.object({ invitations: z.array(invitationRow) })),
};
