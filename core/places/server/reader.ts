import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { BuildingLabel, PlacesReader, PlacesWriter } from '../contract/readers.ts';
import type { DwellingLabel } from '../contract/rows.ts';
import { naturalSortKey } from '../domain/natural-sort.ts';
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
        ended_at, version
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
  /** Parents before children, as the foreign keys want it; an ended place of the same id stands up again. */
  async addPlaces(tx, places, version) {
    const made = { endedAt: null, version };
    const withSort = <Row extends object>(row: Row, label: string) => ({
      ...row,
      ...made,
      sort: naturalSortKey(label),
    });
    await upsertRows(
      tx,
      addressRuleTable,
      places.addressRules.map((row) => ({ ...row, version })),
    );
    await upsertRows(
      tx,
      compoundTable,
      places.compounds.map((row) => withSort(row, row.name)),
    );
    await upsertRows(
      tx,
      buildingTable,
      places.buildings.map((row) => withSort(row, row.label)),
    );
    await upsertRows(
      tx,
      entranceTable,
      places.entrances.map((row) => withSort(row, row.label)),
    );
    await upsertRows(
      tx,
      dwellingTable,
      places.dwellings.map((row) => withSort(row, row.room)),
    );
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
