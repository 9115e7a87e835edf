import type { Stamp } from '#kernel/command/module.ts';
import type { MergedEvent, PeopleEvent, UnmergedEvent } from '../contract/events.ts';
import { mergeRows, unmergeRow } from './merge-columns.ts';
import type { PeopleState } from './state.ts';

export type ByHandEvent = Extract<
  PeopleEvent,
  {
    type:
      | 'people.merged'
      | 'people.unmerged'
      | 'people.household-moved'
      | 'people.household-ended'
      | 'people.told-apart'
      | 'people.subject-asked'
      | 'people.correction-answered';
  }
>;

/** What the desk's events do to the rows. */
export function evolveByHand(state: PeopleState, event: ByHandEvent, stamp: Stamp): void {
  const { version, at, actorId, commandId } = stamp;
  switch (event.type) {
    case 'people.merged':
      merged(state, event.data, stamp);
      return;
    case 'people.unmerged':
      unmerged(state, event.data, stamp);
      return;
    case 'people.household-moved': {
      const { householdId, dwellingId } = event.data;
      const row = state.households.get(householdId);
      if (row) state.households.put({ ...row, dwellingId, version });
      return;
    }
    case 'people.household-ended': {
      const row = state.households.get(event.data.householdId);
      if (row) state.households.put({ ...row, endedAt: at, version });
      return;
    }
    case 'people.told-apart':
      state.toldApart.push({ ...event.data, version, actorId, at });
      return;
    case 'people.subject-asked': {
      const { residentId, request: kind, askedBy, said } = event.data;
      const open = { outcome: null, answer: '', answeredBy: null, answeredAt: null };
      state.requests.put({ id: commandId, version, residentId, kind, askedBy, said, actorId, at, ...open });
      return;
    }
    case 'people.correction-answered': {
      const { requestId, outcome, answer } = event.data;
      const row = state.requests.get(requestId);
      if (row) state.requests.put({ ...row, version, outcome, answer, answeredBy: actorId, answeredAt: at });
      return;
    }
  }
}

function merged(state: PeopleState, data: MergedEvent['data'], stamp: Stamp): void {
  const { version, at, actorId, commandId } = stamp;
  const { keptId, mergedId, take, reason } = data;
  const kept = state.residents.get(keptId);
  const gone = state.residents.get(mergedId);
  if (!kept || !gone) return;
  const { row, before } = mergeRows(kept, gone, take);
  state.residents.put({ ...row, version });
  state.residents.put({
    ...gone,
    endedAt: at,
    endReason: 'double-entry',
    mergedInto: keptId,
    version,
  });
  state.merges.put({
    id: commandId,
    version,
    keptId,
    mergedId,
    taken: take,
    before,
    reason,
    actorId,
    at,
    undoneAt: null,
    undoneBy: null,
  });
}

function unmerged(state: PeopleState, data: UnmergedEvent['data'], stamp: Stamp): void {
  const { version, at, actorId } = stamp;
  const merge = state.merges.get(data.mergeId);
  const kept = state.residents.get(data.keptId);
  const back = state.residents.get(data.mergedId);
  if (!merge || !kept || !back) return;
  state.residents.put({ ...unmergeRow(kept, back, merge.taken, merge.before), version });
  state.residents.put({ ...back, endedAt: null, endReason: null, mergedInto: null, version });
  state.merges.put({ ...merge, undoneAt: at, undoneBy: actorId, version });
}
