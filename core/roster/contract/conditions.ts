import type { GroupId } from '#core/accounts/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Problem } from '#kernel/problem/problem.ts';

/**
 * What somebody must have done before a duty in a group can be given. A module lists one where the roster is mounted;
 * the roster asks each and knows none. Duties that stand are not touched.
 */
export interface DutyCondition {
  /** Why each of these members cannot be given a duty there now; who can is not in the answer. */
  refusals(tx: AreaTx, memberIds: readonly string[], group: GroupId): Promise<ReadonlyMap<string, Problem>>;
}
