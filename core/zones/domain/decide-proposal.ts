import type { Command, Decision } from '#kernel/command/command.ts';
import { refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import { type Proposal, zonesProblems as p, type ZonesBody, type ZonesEvent } from '../contract.ts';
import { proposalsAt } from './propose.ts';
import type { ZonesState } from './state.ts';

type Of<K extends 'zones.accept-proposal' | 'zones.set-aside-proposal'> = Command<K, ZonesBody<K>>;

/** Does what is proposed, as it stands or as the person changed it, and keeps what came of it. */
export function decideAccept(
  state: ZonesState,
  { at, body }: Of<'zones.accept-proposal'>,
): Decision<ZonesEvent> {
  const proposal = standing(state, body.proposalId, at);
  if (!proposal) return refuse(problem(p['proposal-gone']));
  const { reason, declare } = body;
  if (declare === null) return asProposed(proposal, reason, at);
  const { statusId, from, until } = declare;
  if (state.statuses.get(statusId)) return refuse(problem(p['status-exists']));
  if (until !== null && until <= from) return refuse(problem(p['period-reversed']));
  const { placeKind, placeId } = proposal;
  if (!state.places.has(`${placeKind}/${placeId}`)) return refuse(problem(p['unknown-place']));
  // What was declared before does not come again when this one ends.
  const data = { ...declare, placeKind, placeId, reason, replaces: true };
  return { events: [{ type: 'zones.status-set', data }, answered(proposal, 'accepted', statusId, reason)] };
}

/** Nothing to declare: the step lifts, the correction takes back. */
function asProposed(proposal: Proposal, reason: string, at: number): Decision<ZonesEvent> {
  const { kind, status, statusId } = proposal;
  if (status !== null || statusId === null) return refuse(problem(p['nothing-to-declare']));
  const answer = answered(proposal, 'accepted', statusId, reason);
  return kind === 'corrected'
    ? { events: [{ type: 'zones.status-withdrawn', data: { statusId, reason } }, answer] }
    : { events: [{ type: 'zones.status-ended', data: { statusId, until: at, reason } }, answer] };
}

/** A step may wait till a day, but not be forgotten; a positive may be set aside for good. */
export function decideSetAside(
  state: ZonesState,
  { at, body }: Of<'zones.set-aside-proposal'>,
): Decision<ZonesEvent> {
  const proposal = standing(state, body.proposalId, at);
  if (!proposal) return refuse(problem(p['proposal-gone']));
  const { reason, againAt } = body;
  if (proposal.kind === 'step' && againAt === null) return refuse(problem(p['again-needed']));
  if (againAt !== null && againAt <= at) return refuse(problem(p['period-reversed']));
  return { events: [answered(proposal, 'set-aside', proposal.statusId, reason, againAt)] };
}

function standing(state: ZonesState, id: string, at: number): Proposal | undefined {
  if (state.known === null) return undefined;
  const statuses = [...state.statuses.all()];
  const answers = [...state.answers.all()];
  return proposalsAt({ ...state.known, statuses, answers }, at).find((one) => one.id === id);
}

function answered(
  { kind, placeKind, placeId, causes }: Proposal,
  outcome: 'accepted' | 'set-aside',
  statusId: string | null,
  reason: string,
  againAt: number | null = null,
): ZonesEvent {
  const data = { kind, placeKind, placeId, causes, outcome, statusId, reason, againAt };
  return { type: 'zones.proposal-answered', data };
}
