import type { AreaTx } from '#kernel/db/area-tx.ts';
import { upsertRows } from '#kernel/db/upsert.ts';
import type { TestingState } from '../../domain/state.ts';
import { carerTable, correctionTable, refusalTable, spoilageTable, toRefusalRecord } from './tables.ts';

export const saveSampling = (tx: AreaTx, state: TestingState): Promise<unknown>[] => [
  upsertRows(tx, refusalTable, state.refusals.changed().map(toRefusalRecord)),
  upsertRows(tx, carerTable, state.carers.changed()),
  upsertRows(tx, spoilageTable, state.spoilages.changed()),
  upsertRows(tx, correctionTable, state.corrections.changed()),
];
