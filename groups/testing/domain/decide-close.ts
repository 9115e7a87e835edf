import { accept, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import type { TestingState } from './state.ts';

/**
 * Closing the round. Phones that still hold work, or may hold some, must have been seen by the leader: closing
 * without them is a decision, and what they bring later is applied and marks the figures revised.
 */
export function decideCloseRound(
  state: TestingState,
  { body }: TestingCommand<'testing.close-round'>,
): TestingDecision {
  const { roundId, acknowledgedDeviceIds } = body;
  const round = state.rounds.get(roundId);
  if (!round) return refusal('no-such-round');
  if (round.state !== 'open') return refusal('not-open');
  const seen = new Set(acknowledgedDeviceIds);
  const unseen = (state.unsyncedDevices.get(roundId) ?? []).filter((id) => !seen.has(id));
  if (unseen.length > 0) return refusal('phones-not-synced', { count: unseen.length });
  return accept([{ type: 'testing.round-closed', data: { roundId, acknowledgedDeviceIds } }]);
}
