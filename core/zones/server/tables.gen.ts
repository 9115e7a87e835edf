/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface ZonesSchema {
  'zones.answer': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly kind: string;
    readonly placeKind: string;
    readonly placeId: string;
    readonly causes: NonNullable<unknown>;
    readonly outcome: string;
    readonly statusId: string | null;
    readonly reason: string;
    readonly againAt: number | null;
    readonly answeredAt: number;
    readonly answeredBy: string;
  };
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
    readonly setAt: number;
    readonly plannedUntil: number | null;
    readonly replaces: boolean;
    readonly endedAt: number | null;
    readonly withdrawnAt: number | null;
  };
}
