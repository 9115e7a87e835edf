import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../../contract/events.ts';
import type { Correction } from '../../contract/sampling-rows.ts';
import { rematch } from '../rematch.ts';
import type { TestingState } from '../state.ts';
import { withFewer } from '../tube-rules.ts';

export function refusalRecorded(
  state: TestingState,
  { refusalId: id, ...said }: EventData<'testing.refusal-recorded'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.refusals.put({ id, ...said, at, by, version });
}

export function carerRecorded(
  state: TestingState,
  { sampleId: id, roundId, carerId }: EventData<'testing.carer-recorded'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.carers.put({ id, roundId, carerId, at, by, version });
}

export function spoilt(
  state: TestingState,
  { spoilageId: id, ...said }: EventData<'testing.spoilt'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.spoilages.put({ id, ...said, at, by, version });
}

/** The right tube takes them with their own times: it was opened when the first of them was taken. */
export function samplesMoved(
  state: TestingState,
  data: EventData<'testing.samples-moved'>,
  stamp: Stamp,
): void {
  const { fromTubeId, toTubeId, sampleIds, roundId } = data;
  const { version } = stamp;
  keep(state, 'move', data, stamp);
  const samples = sampleIds.flatMap((id) => state.samples.get(id) ?? []);
  for (const sample of samples) state.samples.put({ ...sample, tubeId: toTubeId, version });
  const from = state.tubes.get(fromTubeId);
  const to = state.tubes.get(toTubeId);
  if (from) state.tubes.put({ ...withFewer(from, samples.length), version });
  if (!to) return;
  const times = samples.map(({ at }) => at);
  state.tubes.put({
    ...to,
    count: to.count + samples.length,
    openedAt: Math.min(to.openedAt, ...times),
    lastSampleAt: Math.max(to.lastSampleAt, ...times),
    version,
  });
  rematch(state, roundId, to.code, version);
}

export function tubesSwapped(
  state: TestingState,
  data: EventData<'testing.tubes-swapped'>,
  stamp: Stamp,
): void {
  const { fromTubeId, fromCode, toTubeId, toCode, roundId } = data;
  const { version } = stamp;
  keep(state, 'swap', data, stamp);
  const from = state.tubes.get(fromTubeId);
  const to = state.tubes.get(toTubeId);
  if (!from || !to) return;
  state.tubes.put({ ...from, code: toCode, version });
  state.tubes.put({ ...to, code: fromCode, version });
  rematch(state, roundId, fromCode, version);
  rematch(state, roundId, toCode, version);
}

function keep(
  state: TestingState,
  what: Correction['what'],
  { correctionId: id, ...said }: EventData<'testing.samples-moved'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.corrections.put({ id, what, ...said, at, by, version });
}
