import type { Command, DomainEvent } from '#kernel/command/command.ts';
import type { AccessChange, AccountsBody, AccountsCommandKind } from './commands.ts';
import type { GroupId, Role } from './roles.ts';

export type AccountsCommand = {
  [K in AccountsCommandKind]: Command<K, AccountsBody<K>>;
}[AccountsCommandKind];

/** Somebody began to work here, by hand or by an invitation. The phone stays in the sealed command, not in events. */
export type MemberAdded = DomainEvent<
  'accounts.member-added',
  {
    readonly memberId: string;
    readonly name: string;
    readonly role: Role;
    readonly group: GroupId | null;
    readonly residentId: string | null;
    readonly accountId: string | null;
  }
>;

export type RoleChanged = DomainEvent<
  'accounts.role-changed',
  { readonly memberId: string; readonly role: Role; readonly group: GroupId | null }
>;

/** Handlers end what hung on the member: duties, devices. */
export type MemberEnded = DomainEvent<'accounts.member-ended', { readonly memberId: string }>;

/**
 * Two entries were one person. Account and phone of the one that goes come to the one that stays, where it has none;
 * handlers bring over what lies ahead of it. What was done under the other id stays under it.
 */
export type MemberMerged = DomainEvent<
  'accounts.member-merged',
  { readonly memberId: string; readonly keptId: string; readonly accountId: string | null }
>;

export type Invited = DomainEvent<
  'accounts.invited',
  {
    readonly invitationId: string;
    readonly tokenHash: string;
    readonly role: Role;
    readonly group: GroupId | null;
    readonly name: string | null;
    readonly expiresAt: number;
    readonly memberId: string | null;
    readonly phoneEnd: string | null;
  }
>;

export type InvitationRevoked = DomainEvent<'accounts.invitation-revoked', { readonly invitationId: string }>;

export type InvitationUsed = DomainEvent<
  'accounts.invitation-used',
  { readonly invitationId: string; readonly memberId: string }
>;

/** Somebody added by hand has an account now. The phone stays in the sealed command. */
export type MemberTied = DomainEvent<
  'accounts.member-tied',
  { readonly memberId: string; readonly accountId: string }
>;

export type NewPinOffered = DomainEvent<
  'accounts.new-pin-offered',
  {
    readonly offerId: string;
    readonly memberId: string;
    readonly tokenHash: string;
    readonly expiresAt: number;
  }
>;

export type NewPinUsed = DomainEvent<
  'accounts.new-pin-used',
  { readonly offerId: string; readonly memberId: string }
>;

/** With null all sessions of the member. */
export type SessionsEnded = DomainEvent<
  'accounts.sessions-ended',
  { readonly memberId: string; readonly sessionId: string | null }
>;

/** The ways into somebody's account changed, by the person. Changes no row: the log keeps it. */
export type AccessChanged = DomainEvent<
  'accounts.access-changed',
  { readonly memberId: string; readonly what: AccessChange }
>;

export type SecondFactorReset = DomainEvent<'accounts.second-factor-reset', { readonly memberId: string }>;

export type AccountsEvent =
  | MemberAdded
  | RoleChanged
  | MemberEnded
  | MemberMerged
  | Invited
  | InvitationRevoked
  | InvitationUsed
  | MemberTied
  | NewPinOffered
  | NewPinUsed
  | SessionsEnded
  | AccessChanged
  | SecondFactorReset;
