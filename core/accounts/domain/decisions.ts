import { type Accepted, type Refused, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { AccountsBody, AccountsCommandKind } from '../contract/commands.ts';
import type { AccountsEvent } from '../contract/events.ts';
import { accountsProblems as p } from '../contract/problems.ts';
import { type GroupId, type Role, roleNeedsGroup } from '../contract/roles.ts';
import { type Authority, mayGive } from './authority.ts';
import type { AccountsState, MemberRow } from './state.ts';

export interface Asked<K extends AccountsCommandKind> {
  readonly body: AccountsBody<K>;
  readonly by: Authority;
  readonly id: string;
  readonly at: number;
}

export function refuseRole(by: Authority, role: Role, group: GroupId | null): Refused | null {
  if (roleNeedsGroup(role) && group === null) return refuse(problem(p['role-needs-group'], { role }));
  return mayGive(by, role, group) ? null : refuse(problem(p['not-yours']));
}

/**
 * Two people of one area never share a phone here: it is how an account is found.
 * @param ownerId whose phone it may be already
 */
export function refuseTakenPhone(
  state: AccountsState,
  commandId: string,
  ownerId: string | null = null,
): Refused | null {
  const phone = state.phones.get(commandId);
  const holders = (phone?.phoneBlinds ?? []).flatMap((blind) => [...state.members.by('phone', blind)]);
  return holders.some(({ id }) => id !== ownerId) ? refuse(problem(p['phone-taken'])) : null;
}

export function workingMember(state: AccountsState, id: string): MemberRow | Refused {
  const member = state.members.get(id);
  if (!member) return refuse(problem(p['unknown-member']));
  if (member.endedAt !== null) return refuse(problem(p['member-ended']));
  return member;
}

export const one = (event: AccountsEvent): Accepted<AccountsEvent> => ({ events: [event] });
