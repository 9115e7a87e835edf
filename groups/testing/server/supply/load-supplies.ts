import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import type { TestingCommand } from '../../domain/command.ts';
import type { TestingState } from '../../domain/state.ts';
import { supplyTable } from '../tables.ts';

/** Entries that the batch names; a batch without supplies asks nothing. */
export async function loadSupplies(
  tx: AreaTx,
  state: TestingState,
  commands: readonly TestingCommand[],
): Promise<void> {
  const ids = commands.flatMap(({ kind, body }) => {
    switch (kind) {
      case 'testing.issue-supplies':
      case 'testing.record-supplies':
        return body.items.map(({ entryId }) => entryId);
      case 'testing.undo-supply':
      case 'testing.void-supply':
        return [body.entryId];
      default:
        return [];
    }
  });
  state.supplies.load(await selectByKeys(tx, supplyTable, { id: ids }));
}
