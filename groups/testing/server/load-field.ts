import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type Keys, selectByKeys, selectRows } from '#kernel/db/select.ts';
import type { Sample } from '../contract/rows.ts';
import type { TestingState } from '../domain/state.ts';
import { loadListAndRest } from './load-list.ts';
import type { Needs } from './needs.ts';
import { blindCodes, toSample } from './sample-codes.ts';
import { boxTable, checkInTable, packingTable, sampleTable, tubeTable } from './tables.ts';

/** Samples, tubes, boxes and packings. What depends on nothing is asked for in one trip, which is all that scans need. */
export async function loadField(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const [earlier] = await Promise.all([
    loadOwnSamples(tx, state, needs),
    loadUnknownCodes(tx, state, needs),
    loadByName(tx, state, needs),
  ]);
  await loadEarlierTubes(tx, state, needs, earlier);
}

/** Order matters: samples name tubes, tubes name codes, codes name packings, packings name boxes. */
async function loadByName(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  await loadTouchedSamples(tx, state, needs);
  await loadNamedPackings(tx, state, needs);
  const [learnt] = await Promise.all([
    loadTubes(tx, state, needs, { id: needs.tubes, code: needs.codes }),
    loadListAndRest(tx, state, needs),
  ]);
  state.packings.load(await selectByKeys(tx, packingTable, { code: learnt }));
  state.boxes.load(await selectByKeys(tx, boxTable, { id: needs.boxes, code: needs.boxCodes }));
}

const findSamples = async (tx: AreaTx, keys: Keys): Promise<Sample[]> =>
  (await selectByKeys(tx, sampleTable, keys)).map((row) => toSample(tx, row));

async function loadOwnSamples(tx: AreaTx, state: TestingState, needs: Needs): Promise<Sample[]> {
  const earlier = await findSamples(tx, { id: needs.samples, place_id: needs.expected });
  state.samples.load(earlier);
  return earlier;
}

/** Sampled already: the same swab on paper and on a phone is told by the tube, and one of the two is withdrawn. */
async function loadEarlierTubes(
  tx: AreaTx,
  state: TestingState,
  needs: Needs,
  earlier: readonly Sample[],
): Promise<void> {
  const tubes = earlier.map(({ tubeId }) => tubeId).filter((id) => !needs.tubes.has(id));
  const checkIns = earlier.map(({ checkInId }) => checkInId).filter((id) => !needs.checkIns.has(id));
  const learnt = await loadTubes(tx, state, needs, { id: new Set(tubes) });
  state.packings.load(await selectByKeys(tx, packingTable, { code: learnt }));
  state.checkIns.load(await selectByKeys(tx, checkInTable, { id: new Set(checkIns) }));
}

/** What will be voided or moved takes its tube and check-in along. */
async function loadTouchedSamples(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const touched = await findSamples(tx, { id: needs.touchedSamples, tube_id: needs.tubesWithSamples });
  state.samples.load(touched);
  for (const { tubeId, checkInId } of touched) {
    needs.tubes.add(tubeId);
    needs.checkIns.add(checkInId);
  }
}

async function loadUnknownCodes(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  if (needs.unknownCodes.size === 0) return;
  const blinds = [...needs.unknownCodes].flatMap((code) => blindCodes(tx, code));
  const which = sql`code_blind = any(${blinds}::bytea[])`;
  state.samples.load((await selectRows(tx, sampleTable, which)).map((row) => toSample(tx, row)));
}

async function loadNamedPackings(tx: AreaTx, state: TestingState, needs: Needs): Promise<void> {
  const named = await selectByKeys(tx, packingTable, { id: needs.packings });
  state.packings.load(named);
  for (const { code, boxId } of named) {
    needs.codes.add(code);
    needs.boxes.add(boxId);
  }
}

/**
 * By id and code; then, where it comes to that, what they were merged into and whatever else bears their codes.
 * @returns codes that nobody had named
 */
async function loadTubes(tx: AreaTx, state: TestingState, needs: Needs, keys: Keys): Promise<string[]> {
  const learnt: string[] = [];
  let found = await selectByKeys(tx, tubeTable, keys);
  while (found.length > 0) {
    state.tubes.load(found);
    const id = new Set<string>();
    const code = new Set<string>();
    for (const tube of found) {
      if (tube.mergedInto !== null && !state.tubes.get(tube.mergedInto)) id.add(tube.mergedInto);
      if (!needs.codes.has(tube.code)) code.add(tube.code);
    }
    for (const one of code) needs.codes.add(one);
    learnt.push(...code);
    found = await selectByKeys(tx, tubeTable, { id, code });
  }
  return learnt;
}
