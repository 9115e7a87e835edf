import type { GroupId } from '#core/accounts/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Fitness } from '../domain/fitness.ts';

/** Handed to other modules by the composition root. */
export interface ConductReader {
  /** How each of these members stands to the group's code now; every id given is in the answer. */
  fitFor(tx: AreaTx, memberIds: readonly string[], group: GroupId): Promise<ReadonlyMap<string, Fitness>>;
}
