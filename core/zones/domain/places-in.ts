import type { PlacesInStatus } from '../contract/readers.ts';
import type { Status, ZoneStatus } from '../contract/rows.ts';
import { statusAt } from './status-at.ts';

export interface BuildingPath {
  readonly id: string;
  readonly compoundId: string;
  readonly entranceIds: readonly string[];
}

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
  const isIn = (...path: string[]) => wanted.includes(statusAt(statuses, path, at).status);
  const found = {
    buildingIds: [] as string[],
    entranceIds: [] as string[],
    looseBuildingIds: [] as string[],
  };
  for (const { id, compoundId, entranceIds } of buildings) {
    const own = isIn(id, compoundId);
    const inside = entranceIds.filter((entranceId) => isIn(entranceId, id, compoundId));
    if (own && inside.length === entranceIds.length) {
      found.buildingIds.push(id);
      continue;
    }
    found.entranceIds.push(...inside);
    if (own) found.looseBuildingIds.push(id);
  }
  return found;
}
