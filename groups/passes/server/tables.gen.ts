/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface PassesSchema {
  'passes.followed': {
    readonly areaId: string;
    readonly mergeId: string;
    readonly passId: string;
    readonly version: number;
  };
  'passes.pass': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly kind: string;
    readonly residentId: string | null;
    readonly householdId: string | null;
    readonly memberId: string | null;
    readonly labelSealed: Uint8Array | null;
    readonly labelMask: string | null;
    readonly plate: string | null;
    readonly compoundIds: NonNullable<unknown>;
    readonly quota: string;
    readonly form: string;
    readonly validFrom: number;
    readonly validUntil: number;
    readonly issuedAt: number;
    readonly revokedAt: number | null;
    readonly revokeReason: string | null;
    readonly suspendedAt: number | null;
    readonly suspendReason: string | null;
    readonly note: string;
    readonly printedAt: number | null;
    readonly renewedAt: number | null;
  };
}
