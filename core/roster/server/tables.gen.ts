/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface RosterSchema {
  'roster.duty': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly memberId: string;
    readonly group: string;
    readonly place: string | null;
    readonly from: number;
    readonly until: number;
    readonly endedAt: number | null;
  };
}
