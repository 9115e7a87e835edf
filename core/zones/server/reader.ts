import type { ZonesReader } from '../contract/readers.ts';
import { NOWHERE, placesIn } from '../domain/places-in.ts';
import { buildingPaths, statusesAfter, statusesInForce } from './store.ts';

export const zonesReader: ZonesReader = {
  async placesIn(tx, statuses, at) {
    if (statuses.length === 0) return NOWHERE;
    return placesIn(await statusesInForce(tx, at), await buildingPaths(tx), statuses, at);
  },
  declaredSince: statusesAfter,
};
