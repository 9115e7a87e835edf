/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface CodesSchema {
  'codes.signingKey': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly publicKey: string;
    readonly sealedSeed: Uint8Array | null;
    readonly validFrom: number;
    readonly validUntil: number | null;
    readonly revokedAt: number | null;
  };
}
