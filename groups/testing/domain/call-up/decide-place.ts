import type { PlannedDoor, SlotPeople } from '../../contract/call-up-events.ts';
import type { Slot } from '../../contract/call-up-rows.ts';
import type { TestingEvent } from '../../contract/events.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';
import { awaitedHouseholds } from './decide-plan.ts';
import type { CallUpHousehold } from './household.ts';
import { stopId } from './ids.ts';
import { contentOf } from './slot-content.ts';
import { isAhead } from './slot-state.ts';
import { stopOf } from './walking-order.ts';

/** A slot that is not needed: its people are called with another one, nobody is left out. */
export function decideCancelSlot(
  state: TestingState,
  command: TestingCommand<'testing.cancel-slot'>,
): TestingDecision {
  const { roundId, slotId, intoSlotId } = command.body;
  const slot = state.slots.get(slotId);
  if (slot?.roundId !== roundId) return refusal('no-such-slot');
  if (!isAhead(slot)) return refusal(slot.endedAt === null ? 'slot-called' : 'slot-ended');
  if (intoSlotId === slotId) return refusal('times-wrong');
  const placed = place(state, command, slot.householdIds, intoSlotId);
  if ('refused' in placed) return placed;
  return accept([...placed.events, { type: 'testing.slot-cancelled', data: { roundId, slotId } }]);
}

/** Households into a slot, out of another, onto the door list or off it. */
export function decidePlaceHouseholds(
  state: TestingState,
  command: TestingCommand<'testing.place-households'>,
): TestingDecision {
  const { roundId, householdIds, slotId } = command.body;
  const known = new Set(awaitedHouseholds(state, roundId, command.at).map((one) => one.householdId));
  if (householdIds.some((id) => !known.has(id))) return refusal('nobody-to-call');
  return place(state, command, householdIds, slotId);
}

type Placed = { readonly events: readonly TestingEvent[] } | Extract<TestingDecision, { refused: unknown }>;

function place(
  state: TestingState,
  { at, body: { roundId } }: Pick<TestingCommand, 'at' | 'body'>,
  householdIds: readonly string[],
  slotId: string | null,
): Placed {
  const into = slotId === null ? null : state.slots.get(slotId);
  if (into === undefined || (into && into.roundId !== roundId)) return refusal('no-such-slot');
  if (into && !isAhead(into)) return refusal(into.endedAt === null ? 'slot-called' : 'slot-ended');
  const moving = new Set(householdIds);
  const households = new Map(awaitedHouseholds(state, roundId, at).map((one) => [one.householdId, one]));
  const standing = state.slots.by('round', roundId).filter((slot) => slot.endedAt === null);
  const from = standing.filter(
    (slot) => slot.id !== into?.id && slot.householdIds.some((id) => moving.has(id)),
  );
  // Whoever was called and did not come is gone for at the door; the slot keeps that it called them.
  if (into && from.some((slot) => !isAhead(slot))) return refusal('slot-called');
  const slots = from.filter(isAhead).map((slot) =>
    peopleOf(
      slot,
      slot.householdIds.filter((id) => !moving.has(id)),
      households,
    ),
  );
  if (into) slots.push(peopleOf(into, [...new Set([...into.householdIds, ...moving])], households));
  const stops = state.doors.by('round', roundId).filter((stop) => stop.endedAt === null);
  const endedStopIds = into ? stops.filter((stop) => moving.has(stop.householdId)).map(({ id }) => id) : [];
  const doors = into
    ? []
    : atTheEnd(
        stops,
        [...moving].flatMap((id) => households.get(id) ?? []),
        roundId,
      );
  return { events: [{ type: 'testing.households-placed', data: { roundId, slots, doors, endedStopIds } }] };
}

function peopleOf(
  slot: Slot,
  householdIds: readonly string[],
  households: ReadonlyMap<string, CallUpHousehold>,
): SlotPeople {
  const all = householdIds.flatMap((id) => households.get(id) ?? []);
  return { slotId: slot.id, ...contentOf(slot.kind, all) };
}

/** Behind the last door of the first team; those already on the list stay where they are. */
function atTheEnd(
  stops: readonly { readonly householdId: string; readonly team: number; readonly sort: number }[],
  households: readonly CallUpHousehold[],
  roundId: string,
): PlannedDoor[] {
  const listed = new Set(stops.map((stop) => stop.householdId));
  const last = Math.max(-1, ...stops.filter(({ team }) => team === 1).map(({ sort }) => sort));
  return households
    .filter(({ householdId }) => !listed.has(householdId))
    .map((household, i) => ({
      stopId: stopId(roundId, household.householdId),
      ...stopOf(household),
      team: 1,
      sort: last + 1 + i,
    }));
}
