import type { Stamp } from '#kernel/command/module.ts';
import type { EventData } from '../../contract/events.ts';
import { expectedId } from '../expected-id.ts';
import type { TestingState } from '../state.ts';

export function missedFlagged(
  state: TestingState,
  { roundId, residentIds }: EventData<'testing.missed-flagged'>,
  { at, version }: Stamp,
): void {
  const openedAt = state.rounds.get(roundId)?.openedAt ?? 0;
  for (const residentId of residentIds) {
    const id = expectedId(roundId, residentId);
    const before = state.missed.get(id);
    const cleared = { clearedAt: null, clearedBy: null, sampleId: null };
    const buildingId = before?.buildingId ?? state.expected.get(id)?.buildingId ?? '';
    const fresh = { id, roundId, residentId, buildingId, openedAt };
    state.missed.put({ ...(before ?? fresh), since: at, ...cleared, version });
  }
}

export function missedCleared(
  state: TestingState,
  { roundId, residentIds, clearedBy, sampleId }: EventData<'testing.missed-cleared'>,
  { at, version }: Stamp,
): void {
  for (const residentId of residentIds) {
    const row = state.missed.get(expectedId(roundId, residentId));
    if (row) state.missed.put({ ...row, clearedAt: at, clearedBy, sampleId, version });
  }
}

export function followUpMade(
  state: TestingState,
  { roundId: id, ofRoundId, purpose, residentIds }: EventData<'testing.follow-up-made'>,
  { version }: Stamp,
): void {
  const before = state.followUps.get(id)?.residentIds ?? [];
  state.followUps.put({ id, ofRoundId, purpose, residentIds: [...before, ...residentIds], version });
}

export function calledAgain(
  state: TestingState,
  { callId: id, ...said }: EventData<'testing.called-again'>,
  { at, actorId: by, version }: Stamp,
): void {
  state.secondCalls.put({ id, ...said, at, by, version });
}
