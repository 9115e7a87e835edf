import { type Decision, type Refused, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { AccountsEvent } from '../contract/events.ts';
import { accountsProblems as p } from '../contract/problems.ts';
import type { Invitation } from '../contract/rows.ts';
import { mayGive } from './authority.ts';
import { type Asked, one, refuseRole, refuseTakenPhone } from './decisions.ts';
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

export function decideInvite(
  state: AccountsState,
  { by, at, body }: Asked<'accounts.invite'>,
): Decision<AccountsEvent> {
  if (state.invitations.get(body.invitationId)) return refuse(problem(p['invitation-exists']));
  const refused = refuseRole(by, body.role, body.group);
  if (refused) return refused;
  if (body.expiresAt <= at) return refuse(problem(p['invitation-expired']));
  const days = state.longestInvitationDays;
  if (body.expiresAt > at + days * DAY) return refuse(problem(p['expiry-too-far'], { days }));
  return one({ type: 'accounts.invited', data: body });
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
  const { invitationId, tokenHash, memberId, accountId, name } = body;
  const invitation = state.invitations.get(invitationId);
  // A wrong token answers as if there were no such invitation: it tells a guesser nothing.
  if (!invitation || invitation.tokenHash !== tokenHash) return refuse(problem(p['unknown-invitation']));
  const refused = closedInvitation(invitation, at) ?? refuseTakenPhone(state, id);
  if (refused) return refused;
  if (state.members.get(memberId)) return refuse(problem(p['member-exists']));
  const { role, group } = invitation;
  return {
    events: [
      { type: 'accounts.member-added', data: { memberId, name, role, group, residentId: null, accountId } },
      { type: 'accounts.invitation-used', data: { invitationId, memberId } },
    ],
  };
}
