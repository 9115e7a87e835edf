import type { QueryContext } from '#kernel/query/context.ts';
import type { Status, ZoneStatus } from './rows.ts';

type Tx = QueryContext['tx'];

/** Living places in some statuses, each dwelling under exactly one of the three. */
export interface PlacesInStatus {
  /** Whole buildings. */
  readonly buildingIds: readonly string[];
  /** Single entrances of buildings that are not all in those statuses. */
  readonly entranceIds: readonly string[];
  /** Of such buildings: those whose dwellings that belong to no entrance are in. */
  readonly looseBuildingIds: readonly string[];
}

/** What other modules may read of zones; implemented in `server/reader.ts`, handed over by the composition root. */
export interface ZonesReader {
  /** @param at epoch ms */
  placesIn(tx: Tx, statuses: readonly ZoneStatus[], at: number): Promise<PlacesInStatus>;
  /** Declarations that hold at that time or later: with them `statusAt` answers for any time from then on. */
  declaredSince(tx: Tx, at: number): Promise<readonly Status[]>;
}
