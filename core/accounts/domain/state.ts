import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Invitation, Member, NewPinOffer, Standing } from '../contract/rows.ts';

/** A phone as it is kept: sealed, found again by its blind index, shown by its mask. Made outside the domain. */
export interface SealedPhone {
  readonly phoneCipher: Uint8Array;
  /** Keyed blind index, hex. */
  readonly phoneBlind: string;
  readonly phoneMask: string;
  /** The newest index and those of former keys: while keys are rotated the phone may stand under any of them. */
  readonly phoneBlinds: readonly string[];
}

export interface MemberRow extends Member {
  readonly phoneCipher: Uint8Array | null;
  readonly phoneBlind: string | null;
  readonly version: number;
}

export interface StandingRow extends Standing {
  readonly version: number;
}

export interface InvitationRow extends Invitation {
  readonly invitedBy: string;
  readonly invitedAt: number;
  /** The member who came in by it. */
  readonly usedBy: string | null;
  readonly version: number;
}

export interface NewPinRow extends NewPinOffer {
  readonly offeredBy: string;
  readonly offeredAt: number;
  readonly version: number;
}

/** The account behind a member, as schema `auth` knows it. */
export interface AccountOf {
  readonly accountId: string;
  /** Whether it has a place in another area too. */
  readonly elsewhere: boolean;
  /** Whether it has an authenticator or a passkey. */
  readonly hasSecondFactor: boolean;
}

/** Sessions to end in schema `auth`; with null all of the member's account. */
export interface SessionsToEnd {
  readonly memberId: string;
  readonly sessionId: string | null;
}

/** Which account sits at which member: schema `auth` knows it, outside the areas. */
export interface PlaceChange {
  readonly memberId: string;
  /** Null takes every account's place away. */
  readonly accountId: string | null;
}

/** What the commands of a batch look at and change. */
export interface AccountsState {
  readonly members: WorkingSet<MemberRow, 'phone' | 'role'>;
  readonly standings: WorkingSet<StandingRow, 'member'>;
  readonly invitations: WorkingSet<InvitationRow>;
  readonly newPins: WorkingSet<NewPinRow, 'member'>;
  /** Member id → the account, of members that commands of the batch are about. */
  readonly accounts: ReadonlyMap<string, AccountOf>;
  readonly sessionsToEnd: SessionsToEnd[];
  /** Members whose account loses authenticator and passkeys. */
  readonly factorsToReset: string[];
  /** Command id → the phone in its body, sealed. */
  readonly phones: ReadonlyMap<string, SealedPhone>;
  readonly places: PlaceChange[];
  /** Numbers of the area's settings. */
  readonly limits: Limits;
}

export interface Limits {
  /** The longest an invitation may stay open. */
  readonly longestInvitationDays: number;
  /** How long a code for a new PIN is valid. */
  readonly newPinValidHours: number;
}

export function emptyState(
  phones: ReadonlyMap<string, SealedPhone>,
  limits: Limits,
  accounts: ReadonlyMap<string, AccountOf> = new Map(),
): AccountsState {
  return {
    members: new WorkingSet<MemberRow, 'phone' | 'role'>({
      phone: (m) => (m.endedAt === null ? m.phoneBlind : null),
      role: (m) => (m.endedAt === null ? m.role : null),
    }),
    standings: new WorkingSet<StandingRow, 'member'>({ member: (s) => s.memberId }),
    invitations: new WorkingSet<InvitationRow>({}),
    newPins: new WorkingSet<NewPinRow, 'member'>({ member: (offer) => offer.memberId }),
    accounts,
    sessionsToEnd: [],
    factorsToReset: [],
    phones,
    places: [],
    limits,
  };
}
