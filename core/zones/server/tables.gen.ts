/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface ZonesSchema {
  'zones.status': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly placeKind: string;
    readonly placeId: string;
    readonly status: string;
    readonly from: number;
    readonly until: number | null;
    readonly reason: string;
    readonly source: string;
    readonly setBy: string;
    readonly endReason: string | null;
  };
}
