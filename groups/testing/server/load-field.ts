import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Sample } from '../contract/rows.ts';
import type { TestingState } from '../domain/state.ts';
import type { Needs } from './needs.ts';
import { blindCode, toSample } from './sample-codes.ts';
import { selectByKeys, selectRows } from './select.ts';
import { boxTable, checkInTable, expectedTable, packingTable, sampleTable, tubeTable } from './tables.ts';

/** Samples, tubes, boxes and packings. Order matters: samples name tubes, tubes name codes, codes name packings. */
export async function loadField(
  tx: AreaTx,
  state: TestingState,
  needs: Needs,
  roundIds: readonly string[],
): Promise<void> {
  await loadSamples(tx, state, needs, roundIds);
  await loadTubes(tx, state, needs, roundIds);
  await loadTubeSamples(tx, state, needs, roundIds);
  state.checkIns.load(await selectByKeys(tx, checkInTable, roundIds, 'id', needs.checkIns));
  state.expected.load(await selectByKeys(tx, expectedTable, roundIds, 'id', needs.expected));
  state.packings.load(await selectByKeys(tx, packingTable, roundIds, 'code', needs.codes));
  state.boxes.load(await selectByKeys(tx, boxTable, roundIds, 'id', needs.boxes));
  state.boxes.load(await selectByKeys(tx, boxTable, roundIds, 'code', needs.boxCodes));
}

async function loadSamples(
  tx: AreaTx,
  state: TestingState,
  needs: Needs,
  roundIds: readonly string[],
): Promise<void> {
  const take = (rows: readonly Sample[]) => state.samples.load(rows);
  const open = async (column: 'id' | 'resident_id', keys: Iterable<string>) =>
    (await selectByKeys(tx, sampleTable, roundIds, column, keys)).map((row) => toSample(tx, row));
  take(await open('id', needs.samples));
  const touched = await open('id', needs.touchedSamples);
  take(touched);
  for (const { tubeId, checkInId } of touched) {
    needs.tubes.add(tubeId);
    needs.checkIns.add(checkInId);
  }
  take(await open('resident_id', needs.sampledPeople));
  if (needs.unknownCodes.size > 0) {
    const blinds = [...needs.unknownCodes].map((code) => blindCode(tx, code));
    const which = sql`round_id = any(${roundIds}::uuid[]) and code_blind = any(${blinds}::bytea[])`;
    take((await selectRows(tx, sampleTable, which)).map((row) => toSample(tx, row)));
  }
}

/** By id, then what they were merged into, then whatever else bears one of their codes. */
async function loadTubes(
  tx: AreaTx,
  state: TestingState,
  needs: Needs,
  roundIds: readonly string[],
): Promise<void> {
  const byId = await selectByKeys(tx, tubeTable, roundIds, 'id', needs.tubes);
  state.tubes.load(byId);
  let merged = byId;
  while (merged.length > 0) {
    const targets = merged.flatMap(({ mergedInto }) => (mergedInto === null ? [] : [mergedInto]));
    merged = await selectByKeys(tx, tubeTable, roundIds, 'id', targets);
    state.tubes.load(merged);
  }
  const named = await selectByKeys(tx, packingTable, roundIds, 'id', needs.packings);
  state.packings.load(named);
  for (const { code, boxId } of named) {
    needs.codes.add(code);
    needs.boxes.add(boxId);
  }
  for (const { code } of state.tubes.all()) needs.codes.add(code);
  state.tubes.load(await selectByKeys(tx, tubeTable, roundIds, 'code', needs.codes));
}

/** A tube that is merged or thrown away takes its samples and their check-ins along. */
async function loadTubeSamples(
  tx: AreaTx,
  state: TestingState,
  needs: Needs,
  roundIds: readonly string[],
): Promise<void> {
  const rows = await selectByKeys(tx, sampleTable, roundIds, 'tube_id', needs.tubesWithSamples);
  state.samples.load(rows.map((row) => toSample(tx, row)));
  for (const { checkInId } of rows) needs.checkIns.add(checkInId);
}
