import type { ZonesReader } from '../contract/readers.ts';
import { placesIn } from '../domain/places-in.ts';
import { buildingPaths, statusesInForce } from './store.ts';

export const zonesReader: ZonesReader = {
  async placesIn(tx, statuses, at) {
    if (statuses.length === 0) return { buildingIds: [], entranceIds: [], looseBuildingIds: [] };
    return placesIn(await statusesInForce(tx, at), await buildingPaths(tx), statuses, at);
  },
};
