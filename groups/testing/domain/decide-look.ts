import { accept, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import type { TestingState } from './state.ts';

type LookCommand = TestingCommand<
  'testing.look-records' | 'testing.look-contacts' | 'testing.print-contacts'
>;

/** A reason first, then the look: what is opened by it is asked for afterwards, with the command's id. */
export function decideLook(state: TestingState, command: LookCommand): TestingDecision {
  const { roundId, reason } = command.body;
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  if (command.kind === 'testing.look-records') {
    const data = { roundId, what: 'records', inFull: true, tubeCode: null, residentIds: [], reason } as const;
    return accept([{ type: 'testing.list-looked-at', data }]);
  }
  const { tubeCode, residentIds } = command.body;
  const inFull = command.kind === 'testing.look-contacts';
  const data = { roundId, what: 'contacts', inFull, tubeCode, residentIds, reason } as const;
  return accept([{ type: 'testing.list-looked-at', data }]);
}
