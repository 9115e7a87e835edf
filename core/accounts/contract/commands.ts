import * as z from 'zod/mini';
import { instant } from '#kernel/time-id/instant.ts';
import { GROUPS, ROLES } from './roles.ts';

const id = z.uuid();
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const role = z.enum(ROLES);
const group = z.nullable(z.enum(GROUPS));
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Digits as typed, with an optional country code; spaces and dashes are taken out before it is used. */
export const phoneText = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) => text.replace(/[\s-]/g, '')),
  ),
  z.string().check(z.regex(/^\+?\d{5,15}$/)),
);

/** An account (better-auth's user id) may be tied only by the server itself: set-up and the join route. */
export const addMember = z.object({
  memberId: id,
  name,
  phone: z.nullable(phoneText),
  role,
  group,
  residentId: z.nullable(id),
  accountId: z.nullable(id),
});

/** Gives a member another role: names a leader or deputy, or sets one back to volunteer. */
export const nameLeader = z.object({ memberId: id, role, group });

export const endMember = z.object({ memberId: id, reason: z.string().check(z.trim(), z.maxLength(200)) });

/** Two entries of one person, e.g. added by hand and come in by an invitation: `keptId` stays. */
export const mergeMember = z.object({ memberId: id, keptId: id });

/** The token is minted by the inviting client and never sent: only its hash. */
export const invite = z.object({
  invitationId: id,
  tokenHash: hash,
  role,
  group,
  name: z.nullable(name),
  expiresAt: instant,
  /** Somebody added by hand, who gets an account by it and keeps role and group; else a new member comes in. */
  memberId: z._default(z.nullable(id), null),
  /** The last four digits of the phone it is for: whoever has another does not come in. */
  phoneEnd: z._default(z.nullable(z.string().check(z.regex(/^\d{4}$/))), null),
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

/** A one-time code for a new PIN; minted like an invitation's token. How long it is valid is the area's setting. */
export const offerNewPin = z.object({ offerId: id, memberId: id, tokenHash: hash });

/** Made by the server for the holder of the code, just before the PIN is set. */
export const useNewPin = z.object({ offerId: id, tokenHash: hash });

/** Ends one session of a member, or with null all of them. */
export const endSessions = z.object({ memberId: id, sessionId: z.nullable(id) });

/** What may change of the ways into an account. */
export const ACCESS_CHANGES = [
  'pin-changed',
  'second-factor-on',
  'second-factor-off',
  'passkey-added',
  'passkey-removed',
] as const;
export type AccessChange = (typeof ACCESS_CHANGES)[number];

/** Made by the server once the person changed something of the own account: it is in the area's log. */
export const noteAccess = z.object({ memberId: id, what: z.enum(ACCESS_CHANGES) });

/** For a lost phone: takes authenticator and passkeys off and ends every session of the account. */
export const resetSecondFactor = z.object({ memberId: id });

export const bodies = {
  'accounts.add-member': addMember,
  'accounts.name-leader': nameLeader,
  'accounts.end-member': endMember,
  'accounts.merge-member': mergeMember,
  'accounts.invite': invite,
  'accounts.revoke-invitation': revokeInvitation,
  'accounts.accept-invitation': acceptInvitation,
  'accounts.offer-new-pin': offerNewPin,
  'accounts.use-new-pin': useNewPin,
  'accounts.end-sessions': endSessions,
  'accounts.note-access': noteAccess,
  'accounts.reset-second-factor': resetSecondFactor,
} as const;

export type AccountsCommandKind = keyof typeof bodies;
export type AccountsBody<K extends AccountsCommandKind> = z.output<(typeof bodies)[K]>;
