import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { insertRows, upsertRows } from '#kernel/db/upsert.ts';
import type { BuildingLabel, PlaceIndexRows, PlacesReader, PlacesWriter } from '../contract/readers.ts';
import type { DwellingLabel } from '../contract/rows.ts';
import {
  findAddressRules,
  findBuildings,
  findCompounds,
  findEntrances,
  findLivingDwellings,
} from './store.ts';
import { addressRuleTable, buildingTable, compoundTable, dwellingTable, entranceTable } from './tables.ts';

export const placesReader: PlacesReader = {
  buildingsInScope: (tx, scope) =>
    labelled(
      tx,
      sql`b.ended_at is null and (b.id = any(${scope.buildingIds}::uuid[]) or
        b.compound_id = any(${scope.compoundIds}::uuid[]))`,
    ),

  async buildingLabels(tx, buildingIds) {
    const rows = await labelled(tx, sql`b.id = any(${buildingIds}::uuid[])`);
    return new Map(rows.map((row) => [row.id, row]));
  },

  async dwellingLabels(tx, dwellingIds) {
    const { rows } = await sql<DwellingLabel>`
      select dwelling_id, building_id, compound_id, entrance_id, compound, building, entrance, room, floor, sort,
        version
      from places.dwelling_label
      where area_id = ${tx.areaId} and dwelling_id = any(${dwellingIds}::uuid[])`.execute(tx.db);
    return new Map(rows.map((row) => [row.dwellingId, row]));
  },

  async livingPlaces(tx) {
    return {
      compounds: living(await findCompounds(tx)),
      buildings: living(await findBuildings(tx)),
      entrances: living(await findEntrances(tx)),
      dwellings: await findLivingDwellings(tx),
      addressRules: await findAddressRules(tx),
    };
  },

  addressRules: findAddressRules,
};

export const placesWriter: PlacesWriter = {
  /** Compounds may come again with a rule they had not; everything else is new. */
  async addPlaces(tx: AreaTx, places: PlaceIndexRows) {
    await insertRows(tx, addressRuleTable, places.addressRules);
    await upsertRows(tx, compoundTable, places.compounds);
    await insertRows(tx, buildingTable, places.buildings);
    await insertRows(tx, entranceTable, places.entrances);
    await insertRows(tx, dwellingTable, places.dwellings);
  },
};

const living = <Row extends { readonly endedAt: number | null }>(rows: readonly Row[]) =>
  rows.filter((row) => row.endedAt === null);

async function labelled(tx: AreaTx, which: ReturnType<typeof sql>): Promise<BuildingLabel[]> {
  const { rows } = await sql<BuildingLabel>`
    select b.id, b.compound_id, c.name as compound, b.label, c.sort || ' ' || b.sort as sort
    from places.building b
    join places.compound c on c.area_id = b.area_id and c.id = b.compound_id
    where b.area_id = ${tx.areaId} and ${which}
    order by c.sort, b.sort`.execute(tx.db);
  return rows;
}
