import type { Status, ZoneStatus } from '../contract/rows.ts';

export interface StatusInForce {
  readonly status: ZoneStatus;
  /** The declaration it comes from; null where nothing was declared and normal holds. */
  readonly declared: Status | null;
}

/**
 * What holds at a place at a time.
 *
 * The nearest place that has a declaration in force decides: an entrance's own before its building's, a building's
 * before its compound's. At one place the declaration that began last decides; of two that began together, the one
 * with the later id (ids sort by the time of making).
 *
 * @param path the place and what it lies in, nearest first: `[entranceId, buildingId, compoundId]`
 * @param at epoch ms
 */
export function statusAt(statuses: Iterable<Status>, path: readonly string[], at: number): StatusInForce {
  const inForce = new Map<string, Status>();
  for (const s of statuses) {
    if (!path.includes(s.placeId) || s.from > at || (s.until !== null && s.until <= at)) continue;
    const other = inForce.get(s.placeId);
    if (!other || s.from > other.from || (s.from === other.from && s.id > other.id))
      inForce.set(s.placeId, s);
  }
  for (const placeId of path) {
    const declared = inForce.get(placeId);
    if (declared) return { status: declared.status, declared };
  }
  return { status: 'normal', declared: null };
}
