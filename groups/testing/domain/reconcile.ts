import type { Difference, DifferenceKind, Figures, Reconciliation } from '../contract/reconciliation.ts';
import type { CheckIn, Lane, Packing, Sample, Tube } from '../contract/rows.ts';
import { personKey } from './state.ts';

export interface RoundRows {
  readonly lanes: Iterable<Pick<Lane, 'id'>>;
  readonly tubes: Iterable<Tube>;
  readonly samples: Iterable<Sample>;
  readonly checkIns: Iterable<CheckIn>;
  readonly packings: Iterable<Packing>;
}

/**
 * The three-way reconciliation 核对: people checked in = people in tubes = people in packed tubes, per lane.
 *
 * Invariants, per lane and in sum, whatever the order in which the rows arrived:
 *   checkedIn − inTubes       = Σ people of the differences between the first two
 *   inTubes   − inPackedTubes = Σ people of `tube-open` and `tube-not-packed`
 *   tubes     − tubesPacked   = number of those tubes
 *   inTubes   = distinct people + repeats
 */
export function reconcile(rows: RoundRows): Reconciliation {
  const book = new Book();
  for (const lane of rows.lanes) book.figures(lane.id);
  const tubes = new Map<string, Tube>();
  for (const tube of rows.tubes) tubes.set(tube.id, tube);
  const checkIns = new Map<string, CheckIn>();
  for (const checkIn of rows.checkIns) if (checkIn.voidedAt === null) checkIns.set(checkIn.id, checkIn);

  const used = new Set<string>();
  const first = new Map<string, Sample>();
  const repeats: string[] = [];
  for (const sample of rows.samples) {
    if (sample.voidedAt !== null) continue;
    used.add(sample.checkInId);
    const tube = tubes.get(sample.tubeId);
    countSample(book, sample, tube, checkIns.get(sample.checkInId));
    if (!tube || tube.voidedAt !== null) continue;
    const key = personKey(sample);
    const other = first.get(key);
    const isFirst = !other || sample.at < other.at || (sample.at === other.at && sample.id < other.id);
    if (isFirst) first.set(key, sample);
    if (other) repeats.push(isFirst ? other.id : sample.id);
  }
  for (const { id, laneId } of checkIns.values()) {
    book.figures(laneId).checkedIn += 1;
    if (!used.has(id)) book.differ('not-sampled', laneId, 1, id);
  }
  countTubes(book, tubes);
  const unknown = [...rows.packings].filter((packing) => isOfNoTube(packing, tubes)).map(({ id }) => id);
  return book.close(first.size, repeats, unknown);
}

function countSample(book: Book, sample: Sample, tube: Tube | undefined, checkIn: CheckIn | undefined): void {
  if (!tube || tube.voidedAt !== null) {
    if (checkIn) book.differ('void-tube', checkIn.laneId, 1, sample.id);
    return;
  }
  const figures = book.figures(tube.laneId);
  figures.inTubes += 1;
  if (tube.packedAt !== null) figures.inPackedTubes += 1;
  if (!checkIn) book.differ('no-check-in', tube.laneId, -1, sample.id);
  else if (checkIn.laneId !== tube.laneId) {
    book.differ('to-other-lane', checkIn.laneId, 1, sample.id);
    book.differ('from-other-lane', tube.laneId, -1, sample.id);
  }
}

function countTubes(book: Book, tubes: ReadonlyMap<string, Tube>): void {
  for (const tube of tubes.values()) {
    if (tube.voidedAt !== null) continue;
    const figures = book.figures(tube.laneId);
    figures.tubes += 1;
    if (tube.packedAt !== null) figures.tubesPacked += 1;
    else {
      const kind = tube.closedAt === null ? 'tube-open' : 'tube-not-packed';
      book.differ(kind, tube.laneId, tube.count, tube.id);
    }
  }
}

/** A box says it holds a tube that nobody is known to have filled. A second beep of a known tube is none. */
function isOfNoTube(packing: Packing, tubes: ReadonlyMap<string, Tube>): boolean {
  if (packing.voidedAt !== null || packing.tubeId !== null) return false;
  for (const tube of tubes.values()) {
    if (tube.code === packing.code && tube.voidedAt === null) return false;
  }
  return true;
}

type MutableFigures = { -readonly [K in keyof Figures]: Figures[K] };

const noFigures = (): MutableFigures => ({
  checkedIn: 0,
  inTubes: 0,
  inPackedTubes: 0,
  tubes: 0,
  tubesPacked: 0,
});

/** Gathers figures and differences while the rows go by. */
class Book {
  private readonly lanes = new Map<string, MutableFigures>();
  private readonly differences = new Map<
    string,
    { kind: DifferenceKind; laneId: string; people: number; ids: string[] }
  >();

  figures(laneId: string): MutableFigures {
    const known = this.lanes.get(laneId);
    if (known) return known;
    const made = noFigures();
    this.lanes.set(laneId, made);
    return made;
  }

  differ(kind: DifferenceKind, laneId: string, people: number, id: string): void {
    const key = `${laneId}/${kind}`;
    const known = this.differences.get(key) ?? { kind, laneId, people: 0, ids: [] };
    known.people += people;
    known.ids.push(id);
    this.differences.set(key, known);
  }

  close(people: number, repeatedSampleIds: string[], unknownPackingIds: string[]): Reconciliation {
    const differences: Difference[] = [...this.differences.values()].map((d) => ({
      ...d,
      ids: d.ids.sort(),
    }));
    const lanes = [...this.lanes].map(([laneId, figures]) => ({
      laneId,
      figures,
      differences: differences.filter((d) => d.laneId === laneId),
    }));
    return {
      total: sumFigures(lanes.map((lane) => lane.figures)),
      people,
      repeatedSampleIds: repeatedSampleIds.sort(),
      unknownPackingIds: unknownPackingIds.sort(),
      lanes,
    };
  }
}

export function sumFigures(all: readonly Figures[]): Figures {
  const sum = noFigures();
  for (const figures of all) {
    for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] += figures[key];
  }
  return sum;
}
