import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import { rematch } from './rematch.ts';
import { inRound, type TestingState } from './state.ts';
import { withFewer } from './tube-rules.ts';

export function tubeOpened(state: TestingState, data: EventData<'testing.tube-opened'>, stamp: Stamp): void {
  const { tubeId: id, roundId, laneId, code, ratio, onPaper, at } = data;
  const { actorId, version } = stamp;
  state.tubes.put({
    id,
    roundId,
    laneId,
    code,
    ratio,
    state: 'open',
    count: 0,
    openedAt: at,
    openedBy: actorId,
    lastSampleAt: at,
    closedAt: null,
    closedBy: null,
    closeReason: null,
    note: '',
    packedAt: null,
    boxId: null,
    voidedAt: null,
    onPaper,
    mergedInto: null,
    version,
  });
  // It may have been packed already: the packing phone synced first.
  rematchIfPacked(state, roundId, code, version);
}

/** Most tubes are in no box yet while they are filled, so the hot path looks no further. */
function rematchIfPacked(state: TestingState, roundId: string, code: string, version: number): void {
  if (state.packings.by('code', inRound(roundId, code)).length > 0) rematch(state, roundId, code, version);
}

export function sampled(state: TestingState, data: EventData<'testing.sampled'>, stamp: Stamp): void {
  const { sampleId, checkInId, roundId, residentId, codeText, tubeId, laneId, method, at } = data;
  const { actorId: by, deviceId, version } = stamp;
  state.checkIns.put({ id: checkInId, roundId, residentId, laneId, at, by, voidedAt: null, version });
  state.samples.put({
    id: sampleId,
    roundId,
    residentId,
    codeText,
    tubeId,
    laneId,
    checkInId,
    at,
    by,
    deviceId,
    method,
    voidedAt: null,
    version,
  });
  const tube = state.tubes.get(tubeId);
  if (!tube) return;
  // Whoever put the first swab in opened the tube, also when another phone's swab arrived before.
  const earlier = at < tube.openedAt || (at === tube.openedAt && laneId < tube.laneId);
  const opening = earlier ? { openedAt: at, openedBy: by, laneId } : {};
  const lastSampleAt = Math.max(tube.lastSampleAt, at);
  const onPaper = tube.onPaper && method === 'paper';
  state.tubes.put({ ...tube, ...opening, count: tube.count + 1, lastSampleAt, onPaper, version });
  // Among tubes of one code the first opened is the first packed.
  if (earlier) rematchIfPacked(state, roundId, tube.code, version);
}

/** Of two closings the earlier one counts. */
export function tubeClosed(state: TestingState, data: EventData<'testing.tube-closed'>, stamp: Stamp): void {
  const tube = state.tubes.get(data.tubeId);
  if (!tube) return;
  state.tubes.put({
    ...tube,
    state: tube.packedAt === null ? 'closed' : 'packed',
    closedAt: data.at,
    closedBy: stamp.actorId,
    closeReason: data.reason,
    note: data.note,
    version: stamp.version,
  });
}

/** The tube may take samples again, so that the right person can follow the wrong scan. */
export function sampleVoided(
  state: TestingState,
  { sampleId, keepCheckIn }: EventData<'testing.sample-voided'>,
  { at, version }: Stamp,
): void {
  const sample = state.samples.get(sampleId);
  if (!sample) return;
  state.samples.put({ ...sample, voidedAt: at, version });
  const checkIn = state.checkIns.get(sample.checkInId);
  if (checkIn && !keepCheckIn) state.checkIns.put({ ...checkIn, voidedAt: at, version });
  const tube = state.tubes.get(sample.tubeId);
  if (tube) state.tubes.put({ ...withFewer(tube, 1), version });
}
