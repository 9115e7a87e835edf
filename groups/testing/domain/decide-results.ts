import type { TestingEvent } from '../contract/events.ts';
import type { LabResult } from '../contract/rows.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from './command.ts';
import { inRound, type TestingState } from './state.ts';

type Said = Pick<LabResult, 'outcome' | 'note'>;

/**
 * What the laboratory says of tubes. Said again it changes nothing; said differently it corrects, and the earlier
 * word is kept. Whether a tube of that code is known does not matter: its phone may sync later.
 */
export function decideRecordResults(
  state: TestingState,
  { body }: TestingCommand<'testing.record-results'>,
): TestingDecision {
  const { roundId, results } = body;
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  if (results.some(({ resultId }) => state.results.get(resultId))) return refusal('id-taken');
  /** By tube, as it stands after the lines before. */
  const standing = new Map<string, Said & { readonly id: string }>();
  const events: TestingEvent[] = [];
  for (const { resultId, ...said } of results) {
    const known = standing.get(said.tubeCode) ?? state.results.by('code', inRound(roundId, said.tubeCode))[0];
    if (known && known.outcome === said.outcome && known.note === said.note) continue;
    standing.set(said.tubeCode, { id: resultId, ...said });
    const replaces = known?.id ?? null;
    events.push({ type: 'testing.result-recorded', data: { roundId, resultId, ...said, replaces } });
  }
  return accept(events);
}
