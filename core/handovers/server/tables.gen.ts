/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface HandoversSchema {
  'handovers.deed': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly pointId: string;
    readonly what: string;
    readonly noteSealed: Uint8Array | null;
    readonly at: number;
    readonly by: string;
  };
  'handovers.note': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly group: string;
    readonly place: string;
    readonly chips: NonNullable<unknown>;
    readonly textSealed: Uint8Array | null;
    readonly at: number;
    readonly by: string;
  };
  'handovers.point': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly group: string;
    readonly place: string;
    readonly noteId: string | null;
    readonly textSealed: Uint8Array | null;
    readonly dueAt: number | null;
    readonly at: number;
    readonly by: string;
  };
  'handovers.reading': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly noteId: string;
    readonly at: number;
    readonly by: string;
  };
}
