import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { TestingState } from '../../domain/state.ts';
import type { Needs } from '../needs.ts';
import { selectByKeys } from '../select.ts';
import { refusalTable, toRefusal } from './tables.ts';

/** What only commands beside the scan need; a batch of scans asks for nothing here. */
export async function loadSampling(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  state.refusals.load((await selectByKeys(tx, refusalTable, { id: needs.refusals })).map(toRefusal));
}
