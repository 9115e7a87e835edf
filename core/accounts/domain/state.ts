import { WorkingSet } from '#kernel/command/working-set.ts';
import type { Invitation, Member, Standing } from '../contract/rows.ts';

/** A phone as it is kept: sealed, found again by its blind index, shown by its mask. Made outside the domain. */
export interface SealedPhone {
  readonly phoneCipher: Uint8Array;
  /** Keyed blind index, hex. */
  readonly phoneBlind: string;
  readonly phoneMask: string;
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
  /** Command id → the phone in its body, sealed. */
  readonly phones: ReadonlyMap<string, SealedPhone>;
  readonly places: PlaceChange[];
  /** The longest an invitation may stay open, by the area's setting. */
  readonly longestInvitationDays: number;
}

export function emptyState(
  phones: ReadonlyMap<string, SealedPhone>,
  longestInvitationDays: number,
): AccountsState {
  return {
    members: new WorkingSet<MemberRow, 'phone' | 'role'>({
      phone: (m) => (m.endedAt === null ? m.phoneBlind : null),
      role: (m) => (m.endedAt === null ? m.role : null),
    }),
    standings: new WorkingSet<StandingRow, 'member'>({ member: (s) => s.memberId }),
    invitations: new WorkingSet<InvitationRow>({}),
    phones,
    places: [],
    longestInvitationDays,
  };
}
