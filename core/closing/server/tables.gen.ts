/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface ClosingSchema {
  'closing.closing': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly begunAt: number;
    readonly orderedBy: string;
    readonly rule: string;
    readonly responsible: string;
    readonly witness: string;
    readonly stoppedAt: number | null;
    readonly stoppedBy: string | null;
    readonly certificate: NonNullable<unknown> | null;
  };
}
