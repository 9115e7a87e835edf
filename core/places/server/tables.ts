import type { TableSpec } from '#kernel/db/columns.ts';
import type { Building, Compound, Dwelling, Entrance, SavedAddressRule } from '../contract/rows.ts';

const life = { id: 'uuid', version: 'int8', endedAt: 'timestamptz' } as const;

export const compoundTable: TableSpec<Compound> = {
  table: 'places.compound',
  key: ['id'],
  columns: { ...life, name: 'text', sort: 'text', addressRuleId: 'uuid' },
};

export const buildingTable: TableSpec<Building> = {
  table: 'places.building',
  key: ['id'],
  columns: { ...life, compoundId: 'uuid', label: 'text', sort: 'text' },
};

export const entranceTable: TableSpec<Entrance> = {
  table: 'places.entrance',
  key: ['id'],
  columns: { ...life, buildingId: 'uuid', label: 'text', sort: 'text' },
};

export const dwellingTable: TableSpec<Dwelling> = {
  table: 'places.dwelling',
  key: ['id'],
  columns: {
    ...life,
    buildingId: 'uuid',
    entranceId: 'uuid',
    room: 'text',
    floor: 'int4',
    sort: 'text',
  },
};

export const addressRuleTable: TableSpec<SavedAddressRule> = {
  table: 'places.address_rule',
  key: ['id'],
  columns: { id: 'uuid', version: 'int8', name: 'text', rule: 'jsonb' },
};

/** Mapped, because Kysely wants plain object types where an interface would not do. */
type Stored<Row> = { [K in keyof Row]: Row[K] } & { readonly areaId: string };

/** For `tx.db.withTables<PlacesTables>()`. */
export type PlacesTables = {
  'places.compound': Stored<Compound>;
  'places.building': Stored<Building>;
  'places.entrance': Stored<Entrance>;
  'places.dwelling': Stored<Dwelling>;
  'places.addressRule': Stored<SavedAddressRule>;
};
