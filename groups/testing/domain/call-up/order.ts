import type { SlotTime } from '../../contract/call-up-events.ts';
import type { Slot } from '../../contract/call-up-rows.ts';

type Timed = Pick<Slot, 'id' | 'siteId' | 'startsAt' | 'endsAt'>;

/**
 * Slots one after another at a site, each as long as it was; one that comes from a site with more lanes takes longer.
 * The console shows the same before it is decided.
 * @param lanes by site
 */
export function timesInOrder(
  slots: readonly Timed[],
  siteId: string,
  startsAt: number,
  lanes: ReadonlyMap<string, number>,
): SlotTime[] {
  const here = lanes.get(siteId) ?? 1;
  let at = startsAt;
  return slots.map((slot) => {
    const stretched = ((slot.endsAt - slot.startsAt) * (lanes.get(slot.siteId) ?? here)) / here;
    const from = at;
    at += Math.max(1, Math.round(stretched / 1000)) * 1000;
    return { slotId: slot.id, siteId, startsAt: from, endsAt: at };
  });
}
