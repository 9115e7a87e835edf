import type { Actor } from '#kernel/access/access.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';

/** What the composition root hands over. */
export interface HandoversDoors {
  /** Who members were when, with the periods of their roles and duties. */
  loadActors(tx: AreaTx, ids: readonly string[]): Promise<ReadonlyMap<string, Actor>>;
  readonly members: {
    names(tx: AreaTx, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  };
}
