/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface PlacesSchema {
  'places.addressRule': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly rule: NonNullable<unknown>;
  };
  'places.building': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly compoundId: string;
    readonly label: string;
    readonly sort: string;
    readonly endedAt: number | null;
  };
  'places.compound': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly name: string;
    readonly sort: string;
    readonly addressRuleId: string | null;
    readonly endedAt: number | null;
  };
  'places.dwelling': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly buildingId: string;
    readonly entranceId: string | null;
    readonly room: string;
    readonly floor: number | null;
    readonly sort: string;
    readonly endedAt: number | null;
  };
  'places.entrance': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly buildingId: string;
    readonly label: string;
    readonly sort: string;
    readonly endedAt: number | null;
  };
}
