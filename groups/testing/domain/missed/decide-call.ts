import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';

/** A call that was made is a fact, also to somebody who had come by then. Made twice by one id it is one call. */
export function decideCallAgain(
  state: TestingState,
  { body }: TestingCommand<'testing.call-again'>,
): TestingDecision {
  if (!state.rounds.get(body.roundId)) return refusal('no-such-round');
  if (state.secondCalls.get(body.callId)) return refusal('id-taken');
  return accept([{ type: 'testing.called-again', data: body }]);
}
