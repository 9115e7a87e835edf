import { type Decision, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { AccountsEvent } from '../contract/events.ts';
import { accountsProblems as p } from '../contract/problems.ts';
import { mayGive } from './authority.ts';
import { type Asked, one, workingMember } from './decisions.ts';
import type { AccountsState } from './state.ts';

export function decideNoteAccess(
  state: AccountsState,
  { by, body: { memberId, what } }: Asked<'accounts.note-access'>,
): Decision<AccountsEvent> {
  if (by !== 'server') return refuse(problem(p['only-server']));
  if (!state.members.get(memberId)) return refuse(problem(p['unknown-member']));
  return one({ type: 'accounts.access-changed', data: { memberId, what } });
}

/**
 * The command post helps whose phone with the authenticator is lost. Not oneself: at a desk left alone that would undo
 * the second factor. Not into another area: there others decide.
 */
export function decideResetSecondFactor(
  state: AccountsState,
  { by, body: { memberId } }: Asked<'accounts.reset-second-factor'>,
  actorId: string,
): Decision<AccountsEvent> {
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  if (memberId === actorId) return refuse(problem(p['own-second-factor']));
  if (!mayGive(by, member.role, member.group)) return refuse(problem(p['not-yours']));
  const account = state.accounts.get(memberId);
  if (!account) return refuse(problem(p['no-account']));
  if (account.elsewhere && by !== 'server') return refuse(problem(p['works-elsewhere']));
  if (!account.hasSecondFactor) return refuse(problem(p['no-second-factor']));
  return one({ type: 'accounts.second-factor-reset', data: { memberId } });
}
