import type { GroupId } from '#core/accounts/contract.ts';
import { type Decision, type Refused, refuse } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { problem } from '#kernel/problem/problem.ts';
import { rosterProblems as p, type RosterBody, type RosterCommand, type RosterEvent } from '../contract.ts';
import { type RosterState, unmetKey } from './state.ts';

const HOUR = 3_600_000;

/** Duties are wishes: a leader arranges them. Whether the person came is a fact of the next module. */
export function decide(state: RosterState, command: RosterCommand): Decision<RosterEvent> {
  switch (command.kind) {
    case 'roster.assign-duty':
      return decideAssign(state, command.body, command.actorId, command.at);
    case 'roster.end-duty':
      return decideEnd(state, command.body, command.actorId, command.at);
  }
}

function decideAssign(
  state: RosterState,
  body: RosterBody<'roster.assign-duty'>,
  actorId: string,
  at: number,
): Decision<RosterEvent> {
  if (state.duties.get(body.dutyId)) return refuse(problem(p['duty-exists']));
  const refused = refuseOtherGroup(state, actorId, body.group, at) ?? refusePeriod(state, body, at);
  if (refused) return refused;
  const member = state.members.get(body.memberId);
  if (!member) return refuse(problem(p['unknown-member']));
  if (member.endedAt !== null) return refuse(problem(p['member-ended']));
  const unmet = state.unmet.get(unmetKey(body.group, body.memberId));
  if (unmet) return refuse(unmet);
  return { events: [{ type: 'roster.duty-assigned', data: body }] };
}

function refusePeriod(
  state: RosterState,
  { from, until }: RosterBody<'roster.assign-duty'>,
  at: number,
): Refused | null {
  if (until <= from) return refuse(problem(p['period-reversed']));
  if (until - from > state.longestHours * HOUR) {
    return refuse(problem(p['period-too-long'], { hours: state.longestHours }));
  }
  return until <= at ? refuse(problem(p['duty-over'])) : null;
}

function decideEnd(
  state: RosterState,
  { dutyId }: RosterBody<'roster.end-duty'>,
  actorId: string,
  at: number,
): Decision<RosterEvent> {
  const duty = state.duties.get(dutyId);
  if (!duty) return refuse(problem(p['unknown-duty']));
  const refused = refuseOtherGroup(state, actorId, duty.group, at);
  if (refused) return refused;
  if (duty.endedAt !== null || duty.until <= at) return refuse(problem(p['duty-over']));
  return { events: [{ type: 'roster.duty-ended', data: { dutyId } }] };
}

/** Leaders and deputies only within the group they led at that time; a system actor is no member and passes. */
function refuseOtherGroup(state: RosterState, actorId: string, group: GroupId, at: number): Refused | null {
  const actor = state.members.get(actorId);
  if (!actor) return null;
  const mayAny = actor.standings.some(
    (s) =>
      s.from <= at &&
      (s.until === null || at < s.until) &&
      (s.role === 'secretary' || s.role === 'command' || (s.role !== 'volunteer' && s.group === group)),
  );
  return mayAny ? null : refuse(problem(p['not-your-group']));
}

export function evolve(state: RosterState, event: RosterEvent, stamp: Stamp): void {
  switch (event.type) {
    case 'roster.duty-assigned': {
      const { dutyId, memberId, group, place, from, until } = event.data;
      const { version } = stamp;
      state.duties.put({ id: dutyId, memberId, group, place, from, until, endedAt: null, version });
      return;
    }
    case 'roster.duty-ended': {
      const duty = state.duties.get(event.data.dutyId);
      if (duty) state.duties.put({ ...duty, endedAt: stamp.at, version: stamp.version });
    }
  }
}
