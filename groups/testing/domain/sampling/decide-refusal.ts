import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import { expectedId } from '../expected-id.ts';
import type { TestingState } from '../state.ts';

/** Always kept, also of somebody sampled before: it says nothing then. Only ids that never stood are refused. */
export function decideRecordRefusal(
  state: TestingState,
  { body }: TestingCommand<'testing.record-refusal'>,
): TestingDecision {
  if (!state.rounds.get(body.roundId)) return refusal('no-such-round');
  if (state.refusals.get(body.refusalId)) return refusal('id-taken');
  const residentId = state.standing.get(body.residentId) ?? body.residentId;
  if (!state.expected.get(expectedId(body.roundId, residentId))) return refusal('no-such-resident');
  return accept([{ type: 'testing.refusal-recorded', data: { ...body, residentId } }]);
}
