import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';

/** Said of a swab that stands or stood; of two words the later one counts. */
export function decideRecordCarer(
  state: TestingState,
  { body, at }: TestingCommand<'testing.record-carer'>,
): TestingDecision {
  const sample = state.samples.get(body.sampleId);
  if (sample?.roundId !== body.roundId) return refusal('no-such-sample');
  if (sample.residentId === body.carerId) return refusal('own-carer');
  const known = state.carers.get(sample.id);
  if (known && known.at > at) return accept([]);
  return accept([{ type: 'testing.carer-recorded', data: body }]);
}
