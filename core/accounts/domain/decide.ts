import { type Decision, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { AccountsCommand, AccountsEvent } from '../contract/events.ts';
import { accountsProblems as p } from '../contract/problems.ts';
import { type Authority, isSystemActor, mayGive, standingAt } from './authority.ts';
import { type Asked, one, refuseRole, refuseTakenPhone, workingMember } from './decisions.ts';
import { decideAccept, decideInvite, decideRevoke } from './invitations.ts';
import { decideEndSessions, decideOfferNewPin, decideUseNewPin } from './new-pins.ts';
import type { AccountsState, MemberRow } from './state.ts';
import { decideNoteAccess, decideResetSecondFactor } from './ways-in.ts';

/** All of them are wishes: who works here is arranged, it does not happen in the field. */
export function decide(state: AccountsState, command: AccountsCommand): Decision<AccountsEvent> {
  const by: Authority = isSystemActor(command.actorId)
    ? 'server'
    : standingAt(state.standings.by('member', command.actorId), command.at);
  const { id, at, actorId } = command;
  switch (command.kind) {
    case 'accounts.add-member':
      return decideAdd(state, { id, at, by, body: command.body });
    case 'accounts.name-leader':
      return decideNameLeader(state, { id, at, by, body: command.body });
    case 'accounts.end-member':
      return decideEnd(state, { id, at, by, body: command.body });
    case 'accounts.merge-member':
      return decideMerge(state, { id, at, by, body: command.body });
    case 'accounts.invite':
      return decideInvite(state, { id, at, by, body: command.body });
    case 'accounts.revoke-invitation':
      return decideRevoke(state, { id, at, by, body: command.body });
    case 'accounts.accept-invitation':
      return decideAccept(state, { id, at, by, body: command.body });
    case 'accounts.offer-new-pin':
      return decideOfferNewPin(state, { id, at, by, body: command.body }, actorId);
    case 'accounts.use-new-pin':
      return decideUseNewPin(state, { id, at, by, body: command.body });
    case 'accounts.end-sessions':
      return decideEndSessions(state, { id, at, by, body: command.body });
    case 'accounts.note-access':
      return decideNoteAccess(state, { id, at, by, body: command.body });
    case 'accounts.reset-second-factor':
      return decideResetSecondFactor(state, { id, at, by, body: command.body }, actorId);
  }
}

function decideAdd(
  state: AccountsState,
  { id, by, body }: Asked<'accounts.add-member'>,
): Decision<AccountsEvent> {
  const { memberId, name, role, group, residentId, accountId } = body;
  if (state.members.get(memberId)) return refuse(problem(p['member-exists']));
  if (accountId !== null && by !== 'server') return refuse(problem(p['only-server']));
  const refused = refuseRole(by, role, group) ?? refuseTakenPhone(state, id);
  if (refused) return refused;
  return one({ type: 'accounts.member-added', data: { memberId, name, role, group, residentId, accountId } });
}

function decideNameLeader(
  state: AccountsState,
  { by, body: { memberId, role, group } }: Asked<'accounts.name-leader'>,
): Decision<AccountsEvent> {
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  const refused = refuseRole(by, role, group) ?? refuseRole(by, member.role, member.group);
  if (refused) return refused;
  if (role !== 'secretary' && isLastSecretary(state, member)) return refuse(problem(p['last-secretary']));
  return one({ type: 'accounts.role-changed', data: { memberId, role, group } });
}

function decideEnd(
  state: AccountsState,
  { by, body: { memberId } }: Asked<'accounts.end-member'>,
): Decision<AccountsEvent> {
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  if (!mayGive(by, member.role, member.group)) return refuse(problem(p['not-yours']));
  if (isLastSecretary(state, member)) return refuse(problem(p['last-secretary']));
  return one({ type: 'accounts.member-ended', data: { memberId } });
}

/** The one that goes is ended as if he or she had left; what lies ahead goes over to the one that stays. */
function decideMerge(
  state: AccountsState,
  { by, body: { memberId, keptId } }: Asked<'accounts.merge-member'>,
): Decision<AccountsEvent> {
  if (memberId === keptId) return refuse(problem(p['same-member']));
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  const kept = workingMember(state, keptId);
  if ('refused' in kept) return kept;
  const refused = refuseRole(by, member.role, member.group) ?? refuseRole(by, kept.role, kept.group);
  if (refused) return refused;
  if (isLastSecretary(state, member)) return refuse(problem(p['last-secretary']));
  const accountId = state.accounts.get(memberId)?.accountId ?? null;
  if (accountId !== null && state.accounts.has(keptId)) return refuse(problem(p['two-accounts']));
  return {
    events: [
      { type: 'accounts.member-merged', data: { memberId, keptId, accountId } },
      { type: 'accounts.member-ended', data: { memberId } },
    ],
  };
}

function isLastSecretary(state: AccountsState, member: MemberRow): boolean {
  return member.role === 'secretary' && state.members.by('role', 'secretary').length <= 1;
}
