import type { ZoneShift } from '../contract/consequences.ts';
import type { Status, ZoneStatus } from '../contract/rows.ts';
import { type BuildingPath, groupPlaces } from './group-places.ts';
import { statusAt } from './status-at.ts';

/**
 * What is different between two lists of declarations at a time, by `statusAt`: every place whose status changes, those
 * that change alike together.
 * @param at epoch ms
 */
export function shiftsBetween(
  before: readonly Status[],
  after: readonly Status[],
  buildings: readonly BuildingPath[],
  at: number,
): readonly ZoneShift[] {
  const groups = groupPlaces(buildings, (path) => {
    const from = statusAt(before, path, at).status;
    const to = statusAt(after, path, at).status;
    return from === to ? null : (`${from}>${to}` as const);
  });
  return [...groups].map(([group, places]) => {
    const [from, to] = group.split('>') as [ZoneStatus, ZoneStatus];
    return { before: from, after: to, places };
  });
}
