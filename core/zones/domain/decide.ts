import { type Decision, refuse } from '#kernel/command/command.ts';
import { problem } from '#kernel/problem/problem.ts';
import { zonesProblems as p, type ZonesCommand, type ZonesEvent } from '../contract.ts';
import { decideAccept, decideSetAside } from './decide-proposal.ts';
import type { ZonesState } from './state.ts';

/** Wishes of the command post: what a place is declared to be, from–until, also backwards when a notice came late. */
export function decide(state: ZonesState, command: ZonesCommand): Decision<ZonesEvent> {
  switch (command.kind) {
    case 'zones.set-status': {
      const { statusId, placeKind, placeId, from, until } = command.body;
      if (state.statuses.get(statusId)) return refuse(problem(p['status-exists']));
      if (until !== null && until <= from) return refuse(problem(p['period-reversed']));
      if (!state.places.has(`${placeKind}/${placeId}`)) return refuse(problem(p['unknown-place']));
      const data = { ...command.body, replaces: until === null };
      return { events: [{ type: 'zones.status-set', data }] };
    }
    case 'zones.end-status': {
      const { statusId, at, reason } = command.body;
      const status = state.statuses.get(statusId);
      if (!status) return refuse(problem(p['unknown-status']));
      if (status.withdrawnAt !== null) return refuse(problem(p['status-withdrawn']));
      if (status.until !== null && status.until <= at) return refuse(problem(p['status-over']));
      // Ended before it began: it never held, and stays in the history as taken back.
      const end = Math.max(at, status.from);
      return { events: [{ type: 'zones.status-ended', data: { statusId, until: end, reason } }] };
    }
    case 'zones.withdraw-status': {
      const status = state.statuses.get(command.body.statusId);
      if (!status) return refuse(problem(p['unknown-status']));
      if (status.withdrawnAt !== null) return refuse(problem(p['status-withdrawn']));
      return { events: [{ type: 'zones.status-withdrawn', data: command.body }] };
    }
    case 'zones.accept-proposal':
      return decideAccept(state, command);
    case 'zones.set-aside-proposal':
      return decideSetAside(state, command);
  }
}
