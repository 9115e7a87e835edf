import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Building, Compound, Dwelling, Entrance, SavedAddressRule } from '../contract/rows.ts';
import type { PlacesTables } from './tables.ts';

/** Reads of places. Every one names the area first, as the keys and Citus want it. */

const db = (tx: AreaTx) => tx.db.withTables<PlacesTables>();

export function findCompounds(tx: AreaTx): Promise<Compound[]> {
  return db(tx)
    .selectFrom('places.compound')
    .select(['id', 'name', 'addressRuleId', 'sort', 'endedAt', 'version'])
    .where('areaId', '=', tx.areaId)
    .orderBy('sort')
    .execute();
}

export function findBuildings(tx: AreaTx): Promise<Building[]> {
  return db(tx)
    .selectFrom('places.building')
    .select(['id', 'compoundId', 'label', 'sort', 'endedAt', 'version'])
    .where('areaId', '=', tx.areaId)
    .orderBy('sort')
    .execute();
}

export function findEntrances(tx: AreaTx): Promise<Entrance[]> {
  return db(tx)
    .selectFrom('places.entrance')
    .select(['id', 'buildingId', 'label', 'sort', 'endedAt', 'version'])
    .where('areaId', '=', tx.areaId)
    .orderBy('sort')
    .execute();
}

export function findAddressRules(tx: AreaTx): Promise<SavedAddressRule[]> {
  return db(tx)
    .selectFrom('places.addressRule')
    .select(['id', 'name', 'rule', 'version'])
    .where('areaId', '=', tx.areaId)
    .orderBy('name')
    .execute();
}

const dwellings = (tx: AreaTx) =>
  db(tx)
    .selectFrom('places.dwelling')
    .select(['id', 'buildingId', 'entranceId', 'room', 'floor', 'sort', 'endedAt', 'version'])
    .where('areaId', '=', tx.areaId);

/** Living dwellings of the area in room order. */
export function findLivingDwellings(tx: AreaTx): Promise<Dwelling[]> {
  return dwellings(tx).where('endedAt', 'is', null).orderBy('sort').execute();
}

/** Dwellings of these ids and all that share a building with them or stand in these buildings. */
export async function findDwellingsAround(
  tx: AreaTx,
  dwellingIds: readonly string[],
  buildingIds: readonly string[],
): Promise<Dwelling[]> {
  if (dwellingIds.length + buildingIds.length === 0) return [];
  return dwellings(tx)
    .where(
      sql<boolean>`(building_id = any(${buildingIds}::uuid[]) or building_id in (
        select building_id from places.dwelling
        where area_id = ${tx.areaId} and id = any(${dwellingIds}::uuid[])))`,
    )
    .execute();
}

export interface DwellingCount {
  readonly buildingId: string;
  readonly dwellings: number;
}

export function countDwellings(tx: AreaTx): Promise<DwellingCount[]> {
  return db(tx)
    .selectFrom('places.dwelling')
    .select(['buildingId', sql<number>`count(*)::int4`.as('dwellings')])
    .where('areaId', '=', tx.areaId)
    .where('endedAt', 'is', null)
    .groupBy('buildingId')
    .execute();
}
