import type { PlacesInStatus } from '../contract/readers.ts';
import type { Status, ZoneStatus } from '../contract/rows.ts';
import { type BuildingPath, groupPlaces } from './group-places.ts';
import { statusAt } from './status-at.ts';

export const NOWHERE: PlacesInStatus = { buildingIds: [], entranceIds: [], looseBuildingIds: [] };

/**
 * The places where one of the statuses holds at a time, by `statusAt`.
 * @param at epoch ms
 */
export function placesIn(
  statuses: readonly Status[],
  buildings: readonly BuildingPath[],
  wanted: readonly ZoneStatus[],
  at: number,
): PlacesInStatus {
  const found = groupPlaces(buildings, (path) =>
    wanted.includes(statusAt(statuses, path, at).status) ? 'in' : null,
  );
  return found.get('in') ?? NOWHERE;
}
