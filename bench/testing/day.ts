import type { TestingBodies, TestingCommandKind } from '#groups/testing/contract/commands.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { TestingArea } from './area.ts';

const newId = (): string => uuidv7(Date.now());

export type Deed = {
  [K in TestingCommandKind]: { readonly kind: K; readonly body: TestingBodies[K] };
}[TestingCommandKind];

interface OpenTube {
  readonly id: string;
  readonly code: string;
  readonly lane: number;
  count: number;
}

const RATIO = 10;
const BOXFUL = 50;

/** The laboratory's own labels, as `tests/data/lab-results.csv` has them. */
export const labCode = (n: number): string => `31092022041${String(800_001 + n).slice(-6)}`;

/**
 * A day of a whole area: whoever is not away comes, but for one in a hundred; lanes fill tube after tube; tubes are packed
 * and boxes sealed. One in a thousand is sampled twice, one in a thousand is unknown, and each lane's last tube is open.
 */
export function* aDay({ roundId, residentIds, laneIds }: TestingArea): Generator<Deed> {
  const tubes: OpenTube[] = [];
  const open = new Map<number, OpenTube>();
  const sample = (residentId: string | null, lane: number): Deed => {
    let tube = open.get(lane);
    if (!tube || tube.count === RATIO) {
      tube = { id: newId(), code: labCode(tubes.length), lane, count: 0 };
      tubes.push(tube);
      open.set(lane, tube);
    }
    tube.count += 1;
    const who = { residentId, codeText: residentId ? null : `31019919500101${1000 + tube.count}` };
    const ids = {
      roundId,
      sampleId: newId(),
      checkInId: newId(),
      tubeId: tube.id,
      laneId: laneIds[lane] ?? '',
    };
    return { kind: 'testing.sample', body: { ...ids, ...who, tubeCode: tube.code, method: 'scan' } };
  };
  const lanes = laneIds.length;
  for (const [n, residentId] of residentIds.entries()) {
    if (n % 60 === 13 || isLate(n)) continue;
    yield sample(residentId, n % lanes);
    if (n % 1000 === 500) yield sample(residentId, (n + 1) % lanes);
    if (n % 1000 === 700) yield sample(null, n % lanes);
  }
  const full = tubes.filter(({ count }) => count === RATIO);
  for (let from = 0; from < full.length; from += BOXFUL) {
    const [boxId, boxCode] = [newId(), `ZX${String(1 + from / BOXFUL).padStart(4, '0')}`];
    // Each box names one tube that no phone has brought.
    const codes = [...full.slice(from, from + BOXFUL).map(({ code }) => code), `${labCode(990_000 + from)}`];
    const packed = codes.map((code) => ({ packingId: newId(), code }));
    yield { kind: 'testing.pack-tubes', body: { roundId, boxId, boxCode, tubes: packed } };
    yield { kind: 'testing.seal-box', body: { roundId, boxId, boxCode } };
  }
}

const isLate = (n: number): boolean => n % 100 === 50;

/** Whoever did not come that day comes after all, one by one, ten to a tube; in a small area others come again. */
export function* lateComers({ roundId, residentIds, laneIds }: TestingArea): Generator<Deed> {
  let tubeId = '';
  const late = residentIds.filter((_, n) => isLate(n));
  for (const [i, residentId] of [...late, ...residentIds].entries()) {
    if (i % RATIO === 0) tubeId = newId();
    const ids = { roundId, sampleId: newId(), checkInId: newId(), tubeId, laneId: laneIds[0] ?? '' };
    const tubeCode = labCode(900_000 + Math.floor(i / RATIO));
    yield {
      kind: 'testing.sample',
      body: { ...ids, residentId, codeText: null, tubeCode, method: 'scan' },
    };
  }
}
