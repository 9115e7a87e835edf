import { accept, flag, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';

/** A slot was called out. That it had been cancelled meanwhile is a contradiction: its people may be called twice. */
export function decideCallSlot(
  state: TestingState,
  { body }: TestingCommand<'testing.call-slot'>,
): TestingDecision {
  const { roundId, slotId } = body;
  const slot = state.slots.get(slotId);
  if (slot?.roundId !== roundId) return refusal('no-such-slot');
  const flags = slot.endedAt === null ? [] : [flag('ended-slot-called', { roundId, slotId })];
  return accept([{ type: 'testing.slot-called', data: { roundId, slotId } }], flags);
}

export function decideSkipSlot(
  state: TestingState,
  { body }: TestingCommand<'testing.skip-slot'>,
): TestingDecision {
  const { roundId, slotId } = body;
  if (state.slots.get(slotId)?.roundId !== roundId) return refusal('no-such-slot');
  return accept([{ type: 'testing.slot-skipped', data: { roundId, slotId } }]);
}

/** Also at a door that is no longer on the list: the team was there. */
export function decideVisitDoor(
  state: TestingState,
  { body }: TestingCommand<'testing.visit-door'>,
): TestingDecision {
  const { roundId, stopId, visit } = body;
  if (state.doors.get(stopId)?.roundId !== roundId) return refusal('no-such-door');
  return accept([{ type: 'testing.door-visited', data: { roundId, stopId, visit } }]);
}
