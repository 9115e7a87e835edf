import { settingAt } from '#kernel/settings/setting.ts';
import type { TestingEvent } from '../../contract/events.ts';
import { settings } from '../../contract/settings.ts';
import type { SupplyEntry } from '../../contract/supply-rows.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';

/**
 * Supplies went to lanes, or a lane says what it received, has left or returns. Facts of pieces contradict nothing
 * while they arrive, in whatever order: what does not agree is reckoned over all of them (`reckon.ts`). Only ids that
 * never stood, or that are taken, are refused.
 */
export function decideIssue(
  state: TestingState,
  { body }: TestingCommand<'testing.issue-supplies'>,
): TestingDecision {
  const { roundId, note } = body;
  const items = body.items.map((item) => ({ ...item, roundId, deed: 'issued' as const, note }));
  return record(state, roundId, items);
}

export function decideRecordSupplies(
  state: TestingState,
  { body }: TestingCommand<'testing.record-supplies'>,
): TestingDecision {
  const { roundId, laneId, deed, note } = body;
  const items = body.items.map((item) => ({ ...item, roundId, laneId, deed, note }));
  return record(state, roundId, items);
}

type Recorded = Extract<TestingEvent, { type: 'testing.supply-recorded' }>['data'];

function record(state: TestingState, roundId: string, items: readonly Recorded[]): TestingDecision {
  if (!state.rounds.get(roundId)) return refusal('no-such-round');
  if (items.some(({ laneId }) => state.lanes.get(laneId)?.roundId !== roundId))
    return refusal('no-such-lane');
  const ids = new Set(items.map(({ entryId }) => entryId));
  if (ids.size < items.length || [...ids].some((id) => state.supplies.get(id))) return refusal('id-taken');
  return accept(items.map((data) => ({ type: 'testing.supply-recorded', data })));
}

export function decideUndoSupply(
  state: TestingState,
  { body, at, actorId }: TestingCommand<'testing.undo-supply'>,
): TestingDecision {
  const entry = findEntry(state, body);
  if (!entry) return refusal('no-such-supply');
  if (entry.by !== actorId) return refusal('not-your-supply');
  const minutes = settingAt(settings.undoMinutes, state.settings, at).value;
  if (at - entry.at > minutes * 60_000) return refusal('undo-too-late', { minutes });
  return voidIt(entry);
}

export function decideVoidSupply(
  state: TestingState,
  { body }: TestingCommand<'testing.void-supply'>,
): TestingDecision {
  const entry = findEntry(state, body);
  return entry ? voidIt(entry) : refusal('no-such-supply');
}

function findEntry(
  state: TestingState,
  { roundId, entryId }: { readonly roundId: string; readonly entryId: string },
): SupplyEntry | undefined {
  const entry = state.supplies.get(entryId);
  return entry?.roundId === roundId ? entry : undefined;
}

function voidIt({ id, roundId, voidedAt }: SupplyEntry): TestingDecision {
  if (voidedAt !== null) return refusal('already-voided');
  return accept([{ type: 'testing.supply-voided', data: { roundId, entryId: id } }]);
}
