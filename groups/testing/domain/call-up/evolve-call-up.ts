import type { Stamp } from '#kernel/command/module.ts';
import type { PlannedDoor, SlotPeople } from '../../contract/call-up-events.ts';
import type { DoorStop, Slot } from '../../contract/call-up-rows.ts';
import type { EventData } from '../../contract/events.ts';
import type { TestingState } from '../state.ts';
import { isAhead } from './slot-state.ts';

const NOBODY = { householdIds: [], parts: [], people: 0, priority: 0, escorts: 0 } as const;

export function callUpPlanned(
  state: TestingState,
  { roundId, choices, slots, doors }: EventData<'testing.call-up-planned'>,
  stamp: Stamp,
): void {
  const { at, actorId, version } = stamp;
  state.callUps.put({ id: roundId, roundId, choices, plannedAt: at, plannedBy: actorId, version });
  for (const slot of state.slots.by('round', roundId).filter(isAhead)) {
    state.slots.put({ ...slot, ...NOBODY, endedAt: at, endedAs: 'replaced', version });
  }
  for (const { slotId, ...slot } of slots) {
    state.slots.put({
      id: slotId,
      roundId,
      ...slot,
      calledAt: null,
      calledBy: null,
      lastCallAt: null,
      calls: 0,
      skippedAt: null,
      endedAt: null,
      endedAs: null,
      version,
    });
  }
  const listed = new Set(doors.map(({ stopId }) => stopId));
  for (const stop of state.doors.by('round', roundId)) {
    if (stop.endedAt !== null || stop.visit === 'done' || listed.has(stop.id)) continue;
    state.doors.put({ ...stop, endedAt: at, version });
  }
  for (const stop of doors) putDoor(state, roundId, stop, stamp);
}

/** A door that stood before keeps what was found there. */
function putDoor(
  state: TestingState,
  roundId: string,
  { stopId, ...stop }: PlannedDoor,
  { version }: Stamp,
): void {
  const { visit = null, visitedAt = null, visitedBy = null } = state.doors.get(stopId) ?? {};
  state.doors.put({ id: stopId, roundId, ...stop, visit, visitedAt, visitedBy, endedAt: null, version });
}

export function slotsTimed(
  state: TestingState,
  { times }: EventData<'testing.slots-timed'>,
  { version }: Stamp,
): void {
  for (const { slotId, ...time } of times) change(state, slotId, time, version);
}

export function slotCancelled(
  state: TestingState,
  { slotId }: EventData<'testing.slot-cancelled'>,
  { at, version }: Stamp,
): void {
  change(state, slotId, { ...NOBODY, endedAt: at, endedAs: 'cancelled' }, version);
}

export function householdsPlaced(
  state: TestingState,
  { roundId, slots, doors, endedStopIds }: EventData<'testing.households-placed'>,
  stamp: Stamp,
): void {
  for (const { slotId, ...people } of slots satisfies readonly SlotPeople[]) {
    change(state, slotId, people, stamp.version);
  }
  for (const stop of doors) putDoor(state, roundId, stop, stamp);
  for (const id of endedStopIds) {
    const stop = state.doors.get(id);
    if (stop) state.doors.put({ ...stop, endedAt: stamp.at, version: stamp.version });
  }
}

/** First and last call by the time of the deed: the same in whatever order phones sync. */
export function slotCalled(
  state: TestingState,
  { slotId }: EventData<'testing.slot-called'>,
  { at, actorId, version }: Stamp,
): void {
  const slot = state.slots.get(slotId);
  if (!slot) return;
  const { calledAt, lastCallAt, calledBy, calls } = slot;
  const latest = lastCallAt === null || at >= lastCallAt;
  change(
    state,
    slotId,
    {
      calledAt: Math.min(at, calledAt ?? at),
      lastCallAt: Math.max(at, lastCallAt ?? at),
      calledBy: latest ? actorId : calledBy,
      calls: calls + 1,
    },
    version,
  );
}

export function slotSkipped(
  state: TestingState,
  { slotId }: EventData<'testing.slot-skipped'>,
  { at, version }: Stamp,
): void {
  const skippedAt = Math.max(at, state.slots.get(slotId)?.skippedAt ?? at);
  change(state, slotId, { skippedAt }, version);
}

/** The latest visit says how it stands at the door. */
export function doorVisited(
  state: TestingState,
  { stopId, visit }: EventData<'testing.door-visited'>,
  { at, actorId, version }: Stamp,
): void {
  const stop = state.doors.get(stopId);
  if (!stop || (stop.visitedAt !== null && stop.visitedAt > at)) return;
  const visited: Partial<DoorStop> = { visit, visitedAt: at, visitedBy: actorId };
  state.doors.put({ ...stop, ...visited, version });
}

function change(state: TestingState, slotId: string, part: Partial<Slot>, version: number): void {
  const slot = state.slots.get(slotId);
  if (slot) state.slots.put({ ...slot, ...part, version });
}
