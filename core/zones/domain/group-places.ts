import type { PlacesInStatus } from '../contract/readers.ts';

export interface BuildingPath {
  readonly id: string;
  readonly compoundId: string;
  readonly entranceIds: readonly string[];
}

/**
 * Puts every dwelling's place into the group that its path has: whole buildings where all of one is in the same group,
 * single entrances and dwellings without an entrance otherwise.
 * @param groupOf of `[entranceId, buildingId, compoundId]`, nearest first; null: in no group
 */
export function groupPlaces<G extends string>(
  buildings: readonly BuildingPath[],
  groupOf: (path: readonly string[]) => G | null,
): ReadonlyMap<G, PlacesInStatus> {
  const groups = new Map<G, { buildingIds: string[]; entranceIds: string[]; looseBuildingIds: string[] }>();
  const put = (group: G | null, part: keyof PlacesInStatus, id: string): void => {
    if (group === null) return;
    const found = groups.get(group) ?? { buildingIds: [], entranceIds: [], looseBuildingIds: [] };
    groups.set(group, found);
    found[part].push(id);
  };
  for (const { id, compoundId, entranceIds } of buildings) {
    const own = groupOf([id, compoundId]);
    const inside = entranceIds.map((entranceId) => ({
      entranceId,
      group: groupOf([entranceId, id, compoundId]),
    }));
    if (inside.every(({ group }) => group === own)) {
      put(own, 'buildingIds', id);
      continue;
    }
    for (const { entranceId, group } of inside) put(group, 'entranceIds', entranceId);
    put(own, 'looseBuildingIds', id);
  }
  return groups;
}
