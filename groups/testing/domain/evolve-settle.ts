import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../contract/events.ts';
import { rematch } from './rematch.ts';
import type { TestingState } from './state.ts';

/** Two rows were one tube: the later opening's samples go to the earlier one, also those that arrive afterwards. */
export function tubesMerged(
  state: TestingState,
  { roundId, tubeId, mergedTubeId }: EventData<'testing.tubes-merged'>,
  { at, version }: Stamp,
): void {
  const tube = state.tubes.get(tubeId);
  const merged = state.tubes.get(mergedTubeId);
  if (!tube || !merged) return;
  for (const sample of state.samples.by('tube', mergedTubeId)) {
    state.samples.put({ ...sample, tubeId, version });
  }
  const count = tube.count + merged.count;
  const lastSampleAt = Math.max(tube.lastSampleAt, merged.lastSampleAt);
  const onPaper = tube.onPaper && merged.onPaper;
  state.tubes.put({ ...tube, count, lastSampleAt, onPaper, version });
  state.tubes.put({
    ...merged,
    count: 0,
    packedAt: null,
    boxId: null,
    state: 'closed',
    closedAt: merged.closedAt ?? at,
    voidedAt: at,
    mergedInto: tubeId,
    version,
  });
  rematch(state, roundId, tube.code, version);
}

export function tubeRenamed(
  state: TestingState,
  { roundId, tubeId, code }: EventData<'testing.tube-renamed'>,
  { version }: Stamp,
): void {
  const tube = state.tubes.get(tubeId);
  if (!tube) return;
  const stands = tube.closedAt === null ? 'open' : 'closed';
  state.tubes.put({ ...tube, code, packedAt: null, boxId: null, state: stands, version });
  rematch(state, roundId, tube.code, version);
  rematch(state, roundId, code, version);
}

export function tubeVoided(
  state: TestingState,
  { roundId, tubeId }: EventData<'testing.tube-voided'>,
  { at, version }: Stamp,
): void {
  const tube = state.tubes.get(tubeId);
  if (!tube) return;
  const closedAt = tube.closedAt ?? at;
  state.tubes.put({ ...tube, packedAt: null, boxId: null, state: 'closed', closedAt, voidedAt: at, version });
  rematch(state, roundId, tube.code, version);
}

export function personIdentified(
  state: TestingState,
  { sampleId, residentId }: EventData<'testing.person-identified'>,
  { version }: Stamp,
): void {
  const sample = state.samples.get(sampleId);
  if (!sample) return;
  state.samples.put({ ...sample, residentId, codeText: null, version });
  const checkIn = state.checkIns.get(sample.checkInId);
  if (checkIn) state.checkIns.put({ ...checkIn, residentId, version });
}
