/** Made by `npm run codegen` from the migrated schema; a test fails when it is stale. Instants are epoch ms. */
export interface PracticeSchema {
  'practice.world': {
    readonly areaId: string;
    readonly id: string;
    readonly version: number;
    readonly practisesFor: string;
    readonly generation: number;
    readonly begunAt: number;
  };
}
