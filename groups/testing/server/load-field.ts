import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Sample } from '../contract/rows.ts';
import type { TestingState } from '../domain/state.ts';
import { loadListAndRest } from './load-list.ts';
import type { Needs } from './needs.ts';
import { blindCodes, toSample } from './sample-codes.ts';
import { type Keys, selectByKeys, selectRows } from './select.ts';
import { boxTable, packingTable, sampleTable, tubeTable } from './tables.ts';

/** Samples, tubes, boxes and packings. Order matters: samples name tubes, tubes name codes, codes name packings. */
export async function loadField(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  await loadSamples(tx, state, needs);
  await loadNamedPackings(tx, state, needs);
  await loadTubes(tx, state, needs);
  await loadListAndRest(tx, state, needs);
  state.boxes.load(await selectByKeys(tx, boxTable, { id: needs.boxes, code: needs.boxCodes }));
}

async function loadSamples(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const find = async (keys: Keys): Promise<Sample[]> =>
    (await selectByKeys(tx, sampleTable, keys)).map((row) => toSample(tx, row));
  const earlier = await find({ id: needs.samples, place_id: needs.expected });
  state.samples.load(earlier);
  // Sampled already: the same swab on paper and on a phone is told by the tube, and one of the two is withdrawn.
  for (const { tubeId, checkInId } of earlier) {
    needs.tubes.add(tubeId);
    needs.checkIns.add(checkInId);
  }
  // What will be voided or moved takes its tube and check-in along.
  const touched = await find({ id: needs.touchedSamples, tube_id: needs.tubesWithSamples });
  state.samples.load(touched);
  for (const { tubeId, checkInId } of touched) {
    needs.tubes.add(tubeId);
    needs.checkIns.add(checkInId);
  }
  if (needs.unknownCodes.size > 0) {
    const blinds = [...needs.unknownCodes].flatMap((code) => blindCodes(tx, code));
    const which = sql`code_blind = any(${blinds}::bytea[])`;
    state.samples.load((await selectRows(tx, sampleTable, which)).map((row) => toSample(tx, row)));
  }
}

async function loadNamedPackings(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const named = await selectByKeys(tx, packingTable, { id: needs.packings });
  state.packings.load(named);
  for (const { code, boxId } of named) {
    needs.codes.add(code);
    needs.boxes.add(boxId);
  }
}

/** By id and code; then, where it comes to that, what they were merged into and whatever else bears their codes. */
async function loadTubes(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  let found = await selectByKeys(tx, tubeTable, { id: needs.tubes, code: needs.codes });
  while (found.length > 0) {
    state.tubes.load(found);
    const id = new Set<string>();
    const code = new Set<string>();
    for (const tube of found) {
      if (tube.mergedInto !== null && !state.tubes.get(tube.mergedInto)) id.add(tube.mergedInto);
      if (!needs.codes.has(tube.code)) code.add(tube.code);
    }
    for (const one of code) needs.codes.add(one);
    found = await selectByKeys(tx, tubeTable, { id, code });
  }
}
