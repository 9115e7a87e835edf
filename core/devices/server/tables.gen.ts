/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface DevicesSchema {
  'devices.authorKey': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly deviceId: string;
    readonly memberId: string;
    readonly publicKey: string;
    readonly enrolledAt: number;
    readonly endedAt: number | null;
    readonly endedBecause: string | null;
  };
  'devices.device': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly label: string | null;
    readonly platform: string | null;
    readonly appVersion: string | null;
    readonly enrolledAt: number | null;
    readonly revokedAt: number | null;
    readonly revokedBy: string | null;
    readonly because: string | null;
    readonly note: string | null;
  };
}
