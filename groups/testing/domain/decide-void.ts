import { settingAt } from '#kernel/settings/setting.ts';
import type { Sample } from '../contract/rows.ts';
import { settings } from '../contract/settings.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import type { TestingState } from './state.ts';

/** The author takes back a scan within minutes; afterwards the leader voids it. */
export function decideUndo(
  state: TestingState,
  { body, at, actorId }: TestingCommand<'testing.undo-sample'>,
): TestingDecision {
  const sample = findSample(state, body);
  if (!sample) return refusal('no-such-sample');
  if (sample.by !== actorId) return refusal('not-your-sample');
  const minutes = settingAt(settings.undoMinutes, state.settings, at).value;
  if (at - sample.at > minutes * 60_000) return refusal('undo-too-late', { minutes });
  return voidIt(sample, body.keepCheckIn);
}

export function decideVoid(
  state: TestingState,
  { body }: TestingCommand<'testing.void-sample'>,
): TestingDecision {
  const sample = findSample(state, body);
  return sample ? voidIt(sample, body.keepCheckIn) : refusal('no-such-sample');
}

function findSample(
  state: TestingState,
  { roundId, sampleId }: { readonly roundId: string; readonly sampleId: string },
): Sample | undefined {
  const sample = state.samples.get(sampleId);
  return sample?.roundId === roundId ? sample : undefined;
}

function voidIt(sample: Sample, keepCheckIn: boolean): TestingDecision {
  if (sample.voidedAt !== null) return refusal('already-voided');
  const { id, roundId } = sample;
  return accept([{ type: 'testing.sample-voided', data: { roundId, sampleId: id, keepCheckIn } }]);
}
