import { sql } from 'kysely';
import type { Discrepancy } from '#kernel/command/server/discrepancy-store.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { selectByKeys } from '#kernel/db/select.ts';
import type { TestingState } from '../../domain/state.ts';
import type { Needs } from '../needs.ts';
import { boxTable, resultTable } from '../tables.ts';
import { carerTable, correctionTable, refusalTable, spoilageTable, toRefusal } from './tables.ts';

/** What only commands beside the scan need, after the field's rows; a batch of scans asks for nothing here. */
export async function loadSampling(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  state.refusals.load((await selectByKeys(tx, refusalTable, { id: needs.refusals })).map(toRefusal));
  state.spoilages.load(await selectByKeys(tx, spoilageTable, { id: needs.spoilages }));
  state.carers.load(await selectByKeys(tx, carerTable, { id: needs.accompanied }));
  if (needs.corrections.size > 0) await loadForCorrections(tx, state, needs);
}

/** Whether their boxes are sealed, whether the laboratory has answered, and what is flagged of their tubes. */
async function loadForCorrections(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  state.corrections.load(await selectByKeys(tx, correctionTable, { id: needs.corrections }));
  const boxes = [...state.packings.all()].map(({ boxId }) => boxId);
  state.boxes.load(await selectByKeys(tx, boxTable, { id: boxes }));
  state.results.load(await selectByKeys(tx, resultTable, { tube_code: needs.codes }));
  const tubes = [...state.tubes.all()].map(({ id }) => id);
  const { rows } = await sql<Pick<Discrepancy, 'id' | 'code' | 'subjects'>>`
    select id, code, subjects from kernel.discrepancy
    where area_id = ${tx.areaId} and settled_at is null
      and code in ('testing.tube-over-ratio', 'testing.sample-into-closed-tube')
      and subjects->>'tubeId' = any(${tubes}::text[])`.execute(tx.db);
  for (const row of rows) state.discrepancies.set(row.id, { ...row, settled: false });
}
