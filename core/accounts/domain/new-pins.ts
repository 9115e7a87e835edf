import { type Decision, type Refused, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import type { AccountsEvent } from '../contract/events.ts';
import { accountsProblems as p } from '../contract/problems.ts';
import type { NewPinOffer } from '../contract/rows.ts';
import { mayGive } from './authority.ts';
import { type Asked, one, workingMember } from './decisions.ts';
import type { AccountsState } from './state.ts';

const HOUR = 3_600_000;

/** Why a code for a new PIN no longer opens, or null while it does. */
export function closedOffer(
  offer: Pick<NewPinOffer, 'usedAt' | 'revokedAt' | 'expiresAt'>,
  at: number,
): Refused | null {
  if (offer.usedAt !== null) return refuse(problem(p['new-pin-used']));
  if (offer.revokedAt !== null) return refuse(problem(p['new-pin-revoked']));
  if (offer.expiresAt <= at) return refuse(problem(p['new-pin-expired']));
  return null;
}

/**
 * Whoever may give a member's role may help with a forgotten PIN. Not with the own one: at a desk left alone that would
 * be a way to take the account over. Not into another area: there others decide.
 */
export function decideOfferNewPin(
  state: AccountsState,
  { at, by, body }: Asked<'accounts.offer-new-pin'>,
  actorId: string,
): Decision<AccountsEvent> {
  const { offerId, memberId, tokenHash } = body;
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  if (memberId === actorId) return refuse(problem(p['own-pin']));
  if (!mayGive(by, member.role, member.group)) return refuse(problem(p['not-yours']));
  const account = state.accounts.get(memberId);
  if (!account) return refuse(problem(p['no-account']));
  if (account.elsewhere && by !== 'server') return refuse(problem(p['works-elsewhere']));
  const expiresAt = at + state.limits.newPinValidHours * HOUR;
  return one({ type: 'accounts.new-pin-offered', data: { offerId, memberId, tokenHash, expiresAt } });
}

export function decideUseNewPin(
  state: AccountsState,
  { at, by, body: { offerId, tokenHash } }: Asked<'accounts.use-new-pin'>,
): Decision<AccountsEvent> {
  if (by !== 'server') return refuse(problem(p['only-server']));
  const offer = state.newPins.get(offerId);
  if (!offer || offer.tokenHash !== tokenHash) return refuse(problem(p['unknown-new-pin']));
  const closed = closedOffer(offer, at);
  if (closed) return closed;
  const member = workingMember(state, offer.memberId);
  if ('refused' in member) return member;
  return one({ type: 'accounts.new-pin-used', data: { offerId, memberId: offer.memberId } });
}

export function decideEndSessions(
  state: AccountsState,
  { by, body: { memberId, sessionId } }: Asked<'accounts.end-sessions'>,
): Decision<AccountsEvent> {
  const member = workingMember(state, memberId);
  if ('refused' in member) return member;
  if (!mayGive(by, member.role, member.group)) return refuse(problem(p['not-yours']));
  if (!state.accounts.has(memberId)) return refuse(problem(p['no-account']));
  return one({ type: 'accounts.sessions-ended', data: { memberId, sessionId } });
}
