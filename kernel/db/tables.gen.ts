/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface KernelSchema {
  'kernel.area': {
    readonly areaId: string;
    readonly name: string;
    readonly version: number;
    readonly headHash: Uint8Array | null;
    readonly createdAt: number;
    readonly tombstoneFloor: number;
    readonly practisesFor: string | null;
    readonly closedAt: number | null;
  };
  'kernel.commandLog': {
    readonly areaId: string;
    readonly version: number;
    readonly commandId: string;
    readonly bodyHash: Uint8Array;
    readonly kind: string;
    readonly actorId: string;
    readonly deviceId: string | null;
    readonly claimedAt: number;
    readonly correctedAt: number;
    readonly receivedAt: number;
    readonly outcome: string;
    readonly problems: NonNullable<unknown> | null;
    readonly sealed: Uint8Array;
  };
  'kernel.device': {
    readonly areaId: string;
    readonly id: string;
    readonly actorId: string;
    readonly firstSeenAt: number;
    readonly lastSeenAt: number;
    readonly pending: number;
    readonly clockOffset: number | null;
    readonly appVersion: string | null;
    readonly persisted: boolean | null;
  };
  'kernel.discrepancy': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly commandId: string;
    readonly code: string;
    readonly problem: NonNullable<unknown>;
    readonly subjects: NonNullable<unknown>;
    readonly raisedAt: number;
    readonly settledAt: number | null;
    readonly settledBy: string | null;
    readonly resolution: string | null;
    readonly note: string | null;
  };
  'kernel.file': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly contentHash: Uint8Array;
    readonly size: number;
    readonly type: string;
    readonly openedWith: string;
    readonly addedAt: number;
    readonly addedBy: string;
    readonly receivedAt: number | null;
    readonly keySealed: Uint8Array | null;
    readonly kept: boolean;
  };
  'kernel.logSeal': {
    readonly areaId: string;
    readonly version: number;
    readonly firstVersion: number;
    readonly hash: Uint8Array;
  };
  'kernel.migration': {
    readonly module: string;
    readonly name: string;
    readonly hash: string;
    readonly appliedAt: number;
  };
  'kernel.setting': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly key: string;
    readonly value: number;
    readonly validFrom: number;
    readonly source: string;
    readonly setBy: string;
  };
  'kernel.tombstone': {
    readonly areaId: string;
    readonly term: string;
    readonly collection: string;
    readonly rowId: string;
    readonly version: number;
  };
}
