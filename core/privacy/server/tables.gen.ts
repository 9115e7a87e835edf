/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface PrivacySchema {
  'privacy.keyBackup': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly fingerprint: string;
    readonly place: string;
    readonly confirmedAt: number;
    readonly confirmedBy: string;
  };
  'privacy.paper': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly kind: string;
    readonly number: number;
    readonly fields: NonNullable<unknown>;
    readonly savedAt: number;
    readonly savedBy: string;
  };
  'privacy.undertaking': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly acceptedAt: number;
  };
}
