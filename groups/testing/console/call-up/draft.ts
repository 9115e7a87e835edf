import type { SlotTime } from '../../contract/call-up-events.ts';
import type { CallUpSlot, CallUpView } from '../../contract/call-up-queries.ts';
import type { TestingBodies } from '../../contract/commands.ts';
import { timesInOrder } from '../../domain/call-up/order.ts';
import { byStart, isAhead } from '../../domain/call-up/slot-state.ts';

/** A change of the slots that is shown and rehearsed before it is sent. */
export type Draft =
  | {
      readonly kind: 'testing.order-slots';
      readonly body: TestingBodies['testing.order-slots'];
      readonly times: readonly SlotTime[];
    }
  | {
      readonly kind: 'testing.time-slot';
      readonly body: TestingBodies['testing.time-slot'];
      readonly times: readonly SlotTime[];
    };

/** The slots as they would be. */
export function withDraft(slots: readonly CallUpSlot[], draft: Draft | null): CallUpSlot[] {
  const times = new Map(draft?.times.map(({ slotId, ...time }) => [slotId, time]));
  // What was called meanwhile stays where it is.
  return slots.map((slot) => (isAhead(slot) ? { ...slot, ...times.get(slot.id) } : slot)).sort(byStart);
}

export const aheadAt = (slots: readonly CallUpSlot[], siteId: string): CallUpSlot[] =>
  slots.filter((slot) => slot.siteId === siteId && isAhead(slot)).sort(byStart);

/**
 * A slot put before another one of a site, or at its end.
 * @param slots as they are shown: a change that is not saved yet goes on from there
 * @param beforeId null: behind all
 */
export function moveSlot(
  view: Pick<CallUpView, 'round' | 'sites'>,
  slots: readonly CallUpSlot[],
  slotId: string,
  siteId: string,
  beforeId: string | null,
): Draft | null {
  const moved = slots.find(({ id }) => id === slotId);
  if (!moved || !isAhead(moved) || slotId === beforeId) return null;
  const here = aheadAt(slots, siteId);
  const others = here.filter(({ id }) => id !== slotId);
  const index = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId);
  if (index < 0) return null;
  const order = [...others.slice(0, index), moved, ...others.slice(index)];
  const startsAt = Math.min(...(here.length > 0 ? here : [moved]).map((slot) => slot.startsAt));
  const lanes = new Map(view.sites.map((site) => [site.siteId, site.lanes]));
  return {
    kind: 'testing.order-slots',
    body: { roundId: view.round.id, siteId, slotIds: order.map(({ id }) => id) },
    times: timesInOrder(order, siteId, startsAt, lanes),
  };
}

/** One place earlier (−1) or later (1) among those ahead at its site. */
export function stepSlot(
  view: Pick<CallUpView, 'round' | 'sites'>,
  slots: readonly CallUpSlot[],
  slot: CallUpSlot,
  by: -1 | 1,
): Draft | null {
  const here = aheadAt(slots, slot.siteId);
  const at = here.findIndex(({ id }) => id === slot.id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= here.length) return null;
  const before = by === -1 ? here[to] : here[to + 1];
  return moveSlot(view, slots, slot.id, slot.siteId, before?.id ?? null);
}

/** To the next site on the left (−1) or right (1), before whoever begins later there. */
export function crossSlot(
  view: Pick<CallUpView, 'round' | 'sites'>,
  slots: readonly CallUpSlot[],
  slot: CallUpSlot,
  siteId: string,
): Draft | null {
  if (siteId === slot.siteId) return null;
  const before = aheadAt(slots, siteId).find((other) => other.startsAt >= slot.startsAt);
  return moveSlot(view, slots, slot.id, siteId, before?.id ?? null);
}

/** The slot at another time, and those behind it at its site by as much as its end moves. */
export function timeSlot(
  roundId: string,
  slots: readonly CallUpSlot[],
  slot: CallUpSlot,
  time: { readonly startsAt: number; readonly endsAt: number; readonly following: boolean },
): Draft | null {
  const { startsAt, endsAt, following } = time;
  if (endsAt <= startsAt) return null;
  const by = endsAt - slot.endsAt;
  const behind = following
    ? aheadAt(slots, slot.siteId).filter((other) => other.id !== slot.id && byStart(slot, other) < 0)
    : [];
  const moved = behind.map((other) => ({
    slotId: other.id,
    siteId: other.siteId,
    startsAt: other.startsAt + by,
    endsAt: other.endsAt + by,
  }));
  return {
    kind: 'testing.time-slot',
    body: { roundId, slotId: slot.id, ...time },
    times: [{ slotId: slot.id, siteId: slot.siteId, startsAt, endsAt }, ...moved],
  };
}
