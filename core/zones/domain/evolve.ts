import type { Stamp } from '#kernel/command/module.ts';
import type { ZonesEvent } from '../contract.ts';
import { settleEnds } from './settle-ends.ts';
import type { StatusRow, ZonesState } from './state.ts';

export function evolve(state: ZonesState, event: ZonesEvent, stamp: Stamp): void {
  const { actorId, version, at } = stamp;
  switch (event.type) {
    case 'zones.status-set': {
      const { statusId, ...data } = event.data;
      const ends = { plannedUntil: data.until, endedAt: null, withdrawnAt: null, endReason: null };
      put(state, { id: statusId, ...data, ...ends, setBy: actorId, setAt: at, version });
      return;
    }
    case 'zones.status-ended': {
      const { statusId, until, reason } = event.data;
      const status = state.statuses.get(statusId);
      if (status) put(state, { ...status, endedAt: until, endReason: reason, version });
      return;
    }
    case 'zones.status-withdrawn': {
      const { statusId, reason } = event.data;
      const status = state.statuses.get(statusId);
      if (status) put(state, { ...status, withdrawnAt: at, endReason: reason, version });
      return;
    }
    case 'zones.proposal-answered':
      state.answers.put({
        id: stamp.commandId,
        ...event.data,
        answeredAt: at,
        answeredBy: actorId,
        version,
      });
  }
}

/** With the ends of the others at the same place. */
function put(state: ZonesState, row: StatusRow): void {
  state.statuses.put(row);
  for (const other of settleEnds(state.statuses.by('place', row.placeId))) {
    state.statuses.put({ ...other, version: row.version });
  }
}
