import type { Expected, Tube } from '../contract/rows.ts';
import type { CoverageCount, LaneCount, RoundCounts } from './round-counts.ts';

/** What counts of a swab. */
export interface BookedSwab {
  readonly id: string;
  /** Whose it is, as `personKey` tells people apart: the place on the list, else the code, else the swab itself. */
  readonly person: string;
  readonly tubeId: string;
  readonly laneId: string;
  readonly stands: boolean;
}

export type BookedTube = Pick<Tube, 'id' | 'laneId' | 'voidedAt' | 'packedAt' | 'closedAt' | 'count'>;
export type BookedPlace = Pick<Expected, 'id' | 'buildingId' | 'status'>;

/**
 * A round's swabs, tubes and list in the few columns that figures are made of, by number instead of by id: 25,000 people
 * take some megabytes and are counted in a few milliseconds. Rows may come again and in any order; the last holds.
 */
export class RoundBook {
  private readonly swabs = new Numbers();
  private readonly people = new Numbers();
  private readonly tubes = new Numbers();
  private readonly lanes = new Numbers();

  /** By number of the swab. */
  private readonly personOf: number[] = [];
  private readonly tubeOf: number[] = [];
  private readonly laneOf: number[] = [];
  private readonly stands: boolean[] = [];
  /** Standing swabs by tube and lane, both in one number. */
  private readonly scansAt = new Map<number, number>();
  /** By number of the tube; nothing where only a swab names it. */
  private readonly tubeRows: (BookedTube | undefined)[] = [];
  /** By number of the person; nothing where he or she is not on the list. */
  private readonly places: (BookedPlace | undefined)[] = [];

  putSwab({ id, person, tubeId, laneId, stands }: BookedSwab): void {
    const swab = this.swabs.of(id);
    if (this.stands[swab]) this.scans(swab, -1);
    this.personOf[swab] = this.people.of(person);
    this.tubeOf[swab] = this.tubes.of(tubeId);
    this.laneOf[swab] = this.lanes.of(laneId);
    this.stands[swab] = stands;
    if (stands) this.scans(swab, 1);
  }

  putTube(tube: BookedTube): void {
    this.lanes.of(tube.laneId);
    this.tubeRows[this.tubes.of(tube.id)] = tube;
  }

  putPlace(place: BookedPlace): void {
    this.places[this.people.of(place.id)] = place;
  }

  removePlace(id: string): void {
    this.places[this.people.of(id)] = undefined;
  }

  count(): RoundCounts {
    const inTube = this.whoIsInATube();
    let people = 0;
    for (const mark of inTube) people += mark;
    return { lanes: this.countLanes(), people, coverage: this.countCoverage(inTube) };
  }

  private scans(swab: number, more: 1 | -1): void {
    const at = placeOf(this.tubeOf[swab] ?? 0, this.laneOf[swab] ?? 0);
    this.scansAt.set(at, (this.scansAt.get(at) ?? 0) + more);
  }

  /** By number of the person: 1 for whoever has a standing swab in a tube that stands. */
  private whoIsInATube(): Uint8Array {
    const inTube = new Uint8Array(this.people.size);
    for (let swab = 0; swab < this.swabs.size; swab++) {
      if (!this.stands[swab]) continue;
      const tube = this.tubeRows[this.tubeOf[swab] ?? 0];
      if (tube && tube.voidedAt === null) inTube[this.personOf[swab] ?? 0] = 1;
    }
    return inTube;
  }

  private countLanes(): LaneCount[] {
    const counts = new Map<string, MutableCount>();
    for (const [at, scans] of this.scansAt) {
      if (scans === 0) continue;
      const [tube, lane] = [Math.floor(at / MOST_LANES), at % MOST_LANES];
      countOf(counts, this.tubeRows[tube], this.lanes.id(lane)).scans += scans;
    }
    this.tubeRows.forEach((row, tube) => {
      if (!row) return;
      const hasOwn = (this.scansAt.get(placeOf(tube, this.lanes.of(row.laneId))) ?? 0) > 0;
      const own = countOf(counts, row, hasOwn ? row.laneId : null);
      own.tubes += 1;
      own.people += row.count;
    });
    return [...counts.values()];
  }

  private countCoverage(inTube: Uint8Array): CoverageCount[] {
    const buildings = new Map<string, { -readonly [K in keyof CoverageCount]: CoverageCount[K] }>();
    this.places.forEach((place, person) => {
      if (!place) return;
      const { buildingId, status } = place;
      const row = buildings.get(buildingId) ?? { buildingId, expected: 0, sampled: 0, away: 0, exempt: 0 };
      buildings.set(buildingId, row);
      row[status] += 1;
      if (status === 'expected') row.sampled += inTube[person] ?? 0;
    });
    return [...buildings.values()];
  }
}

/** More lanes than any round has. */
const MOST_LANES = 65_536;

const placeOf = (tube: number, lane: number): number => tube * MOST_LANES + lane;

type MutableCount = { -readonly [K in keyof LaneCount]: LaneCount[K] };

function countOf(
  counts: Map<string, MutableCount>,
  tube: BookedTube | undefined,
  checkInLaneId: string | null,
): MutableCount {
  const tubeLaneId = tube?.laneId ?? null;
  const voided = tube !== undefined && tube.voidedAt !== null;
  const where = whereIs(tube);
  const key = `${tubeLaneId}/${checkInLaneId}/${voided}/${where}`;
  const known = counts.get(key);
  if (known) return known;
  const made = { tubeLaneId, checkInLaneId, voided, where, scans: 0, tubes: 0, people: 0 };
  counts.set(key, made);
  return made;
}

function whereIs(tube: BookedTube | undefined): LaneCount['where'] {
  if (!tube) return 'open';
  if (tube.packedAt !== null) return 'packed';
  return tube.closedAt === null ? 'open' : 'closed';
}

/** Ids by consecutive numbers, in the order in which they first came. */
class Numbers {
  private readonly numbers = new Map<string, number>();
  private readonly ids: string[] = [];

  get size(): number {
    return this.ids.length;
  }

  of(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const made = this.ids.length;
    this.numbers.set(id, made);
    this.ids.push(id);
    return made;
  }

  id(number: number): string {
    const id = this.ids[number];
    if (id === undefined) throw new RangeError(`no id has the number ${number}`);
    return id;
  }
}
