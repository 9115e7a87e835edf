import { type Decision, refuse } from '#kernel/command/command.ts';
import type { Stamp } from '#kernel/command/module.ts';
import { WorkingSet } from '#kernel/command/working-set.ts';
import { problem } from '#kernel/problem/problem.ts';
import { zonesProblems as p, type Status, type ZonesCommand, type ZonesEvent } from '../contract.ts';

export interface StatusRow extends Status {
  readonly setBy: string;
  /** Why it was ended before its time; null otherwise. */
  readonly endReason: string | null;
  readonly version: number;
}

export interface ZonesState {
  readonly statuses: WorkingSet<StatusRow>;
  /** `<kind>/<id>` of the places named by the batch that stand. */
  readonly places: ReadonlySet<string>;
}

export const emptyState = (places: ReadonlySet<string>): ZonesState => ({
  statuses: new WorkingSet<StatusRow>({}),
  places,
});

/** Wishes of the command post: what a place is declared to be, from–until, also backwards when a notice came late. */
export function decide(state: ZonesState, command: ZonesCommand): Decision<ZonesEvent> {
  switch (command.kind) {
    case 'zones.set-status': {
      const { statusId, placeKind, placeId, from, until } = command.body;
      if (state.statuses.get(statusId)) return refuse(problem(p['status-exists']));
      if (until !== null && until <= from) return refuse(problem(p['period-reversed']));
      if (!state.places.has(`${placeKind}/${placeId}`)) return refuse(problem(p['unknown-place']));
      return { events: [{ type: 'zones.status-set', data: command.body }] };
    }
    case 'zones.end-status': {
      const { statusId, at, reason } = command.body;
      const status = state.statuses.get(statusId);
      if (!status) return refuse(problem(p['unknown-status']));
      if (status.until !== null && status.until <= at) return refuse(problem(p['status-over']));
      // Ended before it began: it never held, and stays in the history as taken back.
      const end = Math.max(at, status.from);
      return { events: [{ type: 'zones.status-ended', data: { statusId, until: end, reason } }] };
    }
  }
}

export function evolve(state: ZonesState, event: ZonesEvent, { actorId, version }: Stamp): void {
  switch (event.type) {
    case 'zones.status-set': {
      const { statusId, ...data } = event.data;
      state.statuses.put({ id: statusId, ...data, setBy: actorId, endReason: null, version });
      return;
    }
    case 'zones.status-ended': {
      const { statusId, until, reason } = event.data;
      const status = state.statuses.get(statusId);
      if (status) state.statuses.put({ ...status, until, endReason: reason, version });
    }
  }
}
