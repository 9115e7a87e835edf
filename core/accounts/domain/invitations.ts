import { type Decision, type Refused, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { AccountsEvent } from '../contract/events.ts';
import { accountsProblems as p } from '../contract/problems.ts';
import type { Invitation } from '../contract/rows.ts';
import { mayGive } from './authority.ts';
import { type Asked, one, refuseRole, refuseTakenPhone, workingMember } from './decisions.ts';
import { normalPhone } from './phone.ts';
import type { AccountsState } from './state.ts';

const DAY = 24 * 3_600_000;

/** Why an invitation no longer opens, or null while it does. */
export function closedInvitation(
  invitation: Pick<Invitation, 'usedAt' | 'revokedAt' | 'expiresAt'>,
  at: number,
): Refused | null {
  if (invitation.usedAt !== null) return refuse(problem(p['invitation-used']));
  if (invitation.revokedAt !== null) return refuse(problem(p['invitation-revoked']));
  if (invitation.expiresAt <= at) return refuse(problem(p['invitation-expired']));
  return null;
}

/** Refused when the invitation is for a phone that ends otherwise. */
export function otherPhone({ phoneEnd }: Pick<Invitation, 'phoneEnd'>, phone: string): Refused | null {
  return phoneEnd === null || normalPhone(phone).endsWith(phoneEnd)
    ? null
    : refuse(problem(p['other-phone']));
}

export function decideInvite(
  state: AccountsState,
  { by, at, body }: Asked<'accounts.invite'>,
): Decision<AccountsEvent> {
  if (state.invitations.get(body.invitationId)) return refuse(problem(p['invitation-exists']));
  const invited = whomFor(state, body);
  if ('refused' in invited) return invited;
  const refused = refuseRole(by, invited.role, invited.group);
  if (refused) return refused;
  if (body.expiresAt <= at) return refuse(problem(p['invitation-expired']));
  const days = state.limits.longestInvitationDays;
  if (body.expiresAt > at + days * DAY) return refuse(problem(p['expiry-too-far'], { days }));
  return one({ type: 'accounts.invited', data: { ...body, ...invited } });
}

/** Somebody added by hand keeps name, role and group; else it is as the inviter says. */
function whomFor(
  state: AccountsState,
  { memberId, role, group, name }: Asked<'accounts.invite'>['body'],
): Pick<Invitation, 'role' | 'group' | 'name'> | Refused {
  if (memberId === null) return { role, group, name };
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  if (state.accounts.has(memberId)) return refuse(problem(p['has-account']));
  return { role: member.role, group: member.group, name: member.name };
}

export function decideRevoke(
  state: AccountsState,
  { by, body: { invitationId } }: Asked<'accounts.revoke-invitation'>,
): Decision<AccountsEvent> {
  const invitation = state.invitations.get(invitationId);
  if (!invitation) return refuse(problem(p['unknown-invitation']));
  if (!mayGive(by, invitation.role, invitation.group)) return refuse(problem(p['not-yours']));
  if (invitation.usedAt !== null) return refuse(problem(p['invitation-used']));
  if (invitation.revokedAt !== null) return refuse(problem(p['invitation-revoked']));
  return one({ type: 'accounts.invitation-revoked', data: { invitationId } });
}

export function decideAccept(
  state: AccountsState,
  { id, at, by, body }: Asked<'accounts.accept-invitation'>,
): Decision<AccountsEvent> {
  if (by !== 'server') return refuse(problem(p['only-server']));
  const { invitationId, tokenHash, memberId, accountId, name, phone } = body;
  const invitation = state.invitations.get(invitationId);
  // A wrong token answers as if there were no such invitation: it tells a guesser nothing.
  if (!invitation || invitation.tokenHash !== tokenHash) return refuse(problem(p['unknown-invitation']));
  const refused =
    closedInvitation(invitation, at) ??
    otherPhone(invitation, phone) ??
    refuseTakenPhone(state, id, invitation.memberId);
  if (refused) return refused;
  if (invitation.memberId !== null) return acceptByHand(state, invitation.memberId, body);
  if (state.members.get(memberId)) return refuse(problem(p['member-exists']));
  const { role, group } = invitation;
  return {
    events: [
      { type: 'accounts.member-added', data: { memberId, name, role, group, residentId: null, accountId } },
      { type: 'accounts.invitation-used', data: { invitationId, memberId } },
    ],
  };
}

/** The member added by hand gets the account; whatever id the joining phone minted is not used. */
function acceptByHand(
  state: AccountsState,
  memberId: string,
  { invitationId, accountId }: Asked<'accounts.accept-invitation'>['body'],
): Decision<AccountsEvent> {
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  if (state.accounts.has(memberId)) return refuse(problem(p['has-account']));
  return {
    events: [
      { type: 'accounts.member-tied', data: { memberId, accountId } },
      { type: 'accounts.invitation-used', data: { invitationId, memberId } },
    ],
  };
}
