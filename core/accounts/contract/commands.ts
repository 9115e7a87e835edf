import * as z from 'zod';
import { GROUPS, ROLES } from './roles.ts';

const id = z.uuid();
const instant = z.int().min(0);
const name = z.string().trim().min(1).max(40);
const role = z.enum(ROLES);
const group = z.enum(GROUPS).nullable();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Digits as typed, with an optional country code; spaces and dashes are taken out before it is used. */
export const phoneText = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\+?\d{5,15}$/));

/** An account (better-auth's user id) may be tied only by the server itself: set-up and the join route. */
export const addMember = z.object({
  memberId: id,
  name,
  phone: phoneText.nullable(),
  role,
  group,
  residentId: id.nullable(),
  accountId: id.nullable(),
});

/** Gives a member another role: names a leader or deputy, or sets one back to volunteer. */
export const nameLeader = z.object({ memberId: id, role, group });

export const endMember = z.object({ memberId: id, reason: z.string().trim().max(200) });

/** The token is minted by the inviting client and never sent: only its hash. */
export const invite = z.object({
  invitationId: id,
  tokenHash: hash,
  role,
  group,
  name: name.nullable(),
  expiresAt: instant,
});

export const revokeInvitation = z.object({ invitationId: id });

/** Made by the server for the holder of a token; `memberId` comes from the joining phone, so a retry is one join. */
export const acceptInvitation = z.object({
  invitationId: id,
  tokenHash: hash,
  memberId: id,
  accountId: id,
  name,
  phone: phoneText,
});

export const bodies = {
  'accounts.add-member': addMember,
  'accounts.name-leader': nameLeader,
  'accounts.end-member': endMember,
  'accounts.invite': invite,
  'accounts.revoke-invitation': revokeInvitation,
  'accounts.accept-invitation': acceptInvitation,
} as const;

export type AccountsCommandKind = keyof typeof bodies;
export type AccountsBody<K extends AccountsCommandKind> = z.output<(typeof bodies)[K]>;
