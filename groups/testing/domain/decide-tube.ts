import { accept, flag, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import type { TestingState } from './state.ts';
import { currentTube } from './tube-rules.ts';

/** A tube was closed. Closed before, by being full or by another phone: the first closing stands, nothing contradicts. */
export function decideCloseTube(
  state: TestingState,
  { body, at }: TestingCommand<'testing.close-tube'>,
): TestingDecision {
  const tube = currentTube(state, body.tubeId);
  if (tube?.roundId !== body.roundId) return refusal('no-such-tube');
  if (tube.closedAt !== null && tube.closedAt <= at) return accept([]);
  const { roundId, reason, note } = body;
  const closed = {
    type: 'testing.tube-closed',
    data: { roundId, tubeId: tube.id, reason, note, at },
  } as const;
  // The mirror of the rule in `decideSample`: here the sample came first and the earlier closing late.
  const late = tube.lastSampleAt > at;
  return accept(
    [closed],
    late ? [flag('sample-into-closed-tube', { roundId, tubeId: tube.id }, { code: tube.code })] : [],
  );
}
