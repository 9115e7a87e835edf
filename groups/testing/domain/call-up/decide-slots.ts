import type { Slot } from '../../contract/call-up-rows.ts';
import { accept, refusal, type TestingCommand, type TestingDecision } from '../command.ts';
import type { TestingState } from '../state.ts';
import { sitesAtWork } from './decide-plan.ts';
import { timesInOrder } from './order.ts';
import { byStart, canStand, isAhead } from './slot-state.ts';

/**
 * One site's slots in another order: they follow each other from where the first of them began, each as long as it
 * was; one that comes from a site with more lanes takes longer here.
 */
export function decideOrderSlots(
  state: TestingState,
  { body }: TestingCommand<'testing.order-slots'>,
): TestingDecision {
  const { roundId, siteId, slotIds } = body;
  const sites = new Map(sitesAtWork(state, roundId).map((site) => [site.siteId, site.lanes]));
  if (!sites.has(siteId)) return refusal('site-without-lanes');
  const slots: Slot[] = [];
  for (const id of new Set(slotIds)) {
    const slot = state.slots.get(id);
    if (slot?.roundId !== roundId) return refusal('no-such-slot');
    if (!isAhead(slot)) return refusal(slot.endedAt === null ? 'slot-called' : 'slot-ended');
    slots.push(slot);
  }
  const here = aheadAt(state, roundId, siteId);
  // Somebody else changed the plan meanwhile: whoever drags looks again first.
  if (here.some(({ id }) => !slotIds.includes(id))) return refusal('slots-changed');
  const startsAt = Math.min(...(here.length > 0 ? here : slots).map((slot) => slot.startsAt));
  const times = timesInOrder(slots, siteId, startsAt, sites);
  if (!canStand(times)) return refusal('times-wrong');
  return accept([{ type: 'testing.slots-timed', data: { roundId, times } }]);
}

/** A slot at another time, longer or shorter; those behind it may move along. */
export function decideTimeSlot(
  state: TestingState,
  { body }: TestingCommand<'testing.time-slot'>,
): TestingDecision {
  const { roundId, slotId, startsAt, endsAt, following } = body;
  const slot = state.slots.get(slotId);
  if (slot?.roundId !== roundId) return refusal('no-such-slot');
  if (!isAhead(slot)) return refusal(slot.endedAt === null ? 'slot-called' : 'slot-ended');
  if (endsAt <= startsAt) return refusal('times-wrong');
  const { siteId } = slot;
  const by = endsAt - slot.endsAt;
  const behind = following
    ? aheadAt(state, roundId, siteId).filter((other) => other.id !== slot.id && byStart(slot, other) < 0)
    : [];
  const times = [
    { slotId, siteId, startsAt, endsAt },
    ...behind.map((other) => ({
      slotId: other.id,
      siteId,
      startsAt: other.startsAt + by,
      endsAt: other.endsAt + by,
    })),
  ];
  if (!canStand(times)) return refusal('times-wrong');
  return accept([{ type: 'testing.slots-timed', data: { roundId, times } }]);
}

/** A site's slots that are not called yet, in calling order. */
const aheadAt = (state: TestingState, roundId: string, siteId: string): Slot[] =>
  state.slots
    .by('round', roundId)
    .filter((slot) => slot.siteId === siteId && isAhead(slot))
    .sort(byStart);
