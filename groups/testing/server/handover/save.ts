import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { TestingState } from '../../domain/state.ts';
import { acceptanceTable, countTable, sideTable, signatureTable } from '../tables.ts';
import { toCountRecord, toSideRecord } from './sealed.ts';

export async function saveHandover(tx: AreaTx, state: TestingState): Promise<void> {
  const counts = state.boxCounts.changed().map((count) => toCountRecord(tx, count));
  const sides = state.handoverSides.changed().map((side) => toSideRecord(tx, side));
  await Promise.all([
    upsertRows(tx, countTable, counts),
    upsertRows(tx, sideTable, sides),
    upsertRows(tx, acceptanceTable, state.acceptances.changed()),
    upsertRows(tx, signatureTable, state.signatures.changed()),
  ]);
}
