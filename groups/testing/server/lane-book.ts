import type { BoardLane } from '../contract/queries.ts';
import type { DifferenceKind, Figures } from '../contract/reconciliation.ts';
import type { ArrivalCount, SwabCount, TubeCount } from './store-figures.ts';

type Counts = { -readonly [K in keyof Figures]: Figures[K] };
type LaneDifference = BoardLane['differences'][number];

/** The database's counts, put together per lane by the rules of `domain/reconcile.ts`; a test compares both. */
export class LaneBook {
  private readonly lanes = new Map<string, Counts>();
  private readonly differences = new Map<string, Map<DifferenceKind, LaneDifference>>();

  addArrivals(counts: readonly ArrivalCount[]): void {
    for (const { laneId, sampled, arrivals } of counts) {
      this.lane(laneId).checkedIn += arrivals;
      if (!sampled) this.differ('not-sampled', laneId, arrivals, arrivals);
    }
  }

  addSwabs(counts: readonly SwabCount[]): void {
    for (const count of counts) {
      const { tubeLaneId, checkInLaneId, swabs, hasCheckIn } = count;
      if (!count.inTube || tubeLaneId === null) {
        if (hasCheckIn && checkInLaneId) this.differ('void-tube', checkInLaneId, swabs, swabs);
        continue;
      }
      const lane = this.lane(tubeLaneId);
      lane.inTubes += swabs;
      if (count.packed) lane.inPackedTubes += swabs;
      if (!hasCheckIn || checkInLaneId === null) this.differ('no-check-in', tubeLaneId, -swabs, swabs);
      else if (checkInLaneId !== tubeLaneId) {
        this.differ('to-other-lane', checkInLaneId, swabs, swabs);
        this.differ('from-other-lane', tubeLaneId, -swabs, swabs);
      }
    }
  }

  addTubes(counts: readonly TubeCount[]): void {
    for (const { laneId, where, tubes, people } of counts) {
      const lane = this.lane(laneId);
      lane.tubes += tubes;
      if (where === 'packed') lane.tubesPacked += tubes;
      else this.differ(where === 'open' ? 'tube-open' : 'tube-not-packed', laneId, people, tubes);
    }
  }

  figuresOf(laneId: string): Figures {
    return { ...this.lane(laneId) };
  }

  differencesOf(laneId: string): LaneDifference[] {
    return [...(this.differences.get(laneId)?.values() ?? [])];
  }

  /** Over all lanes. */
  rowsOf(kind: DifferenceKind): number {
    let rows = 0;
    for (const lane of this.differences.values()) rows += lane.get(kind)?.rows ?? 0;
    return rows;
  }

  total(): Figures {
    const sum = noCounts();
    for (const lane of this.lanes.values()) {
      for (const key of Object.keys(sum) as (keyof Figures)[]) sum[key] += lane[key];
    }
    return sum;
  }

  private lane(laneId: string): Counts {
    const known = this.lanes.get(laneId);
    if (known) return known;
    const made = noCounts();
    this.lanes.set(laneId, made);
    return made;
  }

  private differ(kind: DifferenceKind, laneId: string, people: number, rows: number): void {
    const lane = this.differences.get(laneId) ?? new Map<DifferenceKind, LaneDifference>();
    this.differences.set(laneId, lane);
    const known = lane.get(kind);
    lane.set(kind, { kind, people: (known?.people ?? 0) + people, rows: (known?.rows ?? 0) + rows });
  }
}

const noCounts = (): Counts => ({ checkedIn: 0, inTubes: 0, inPackedTubes: 0, tubes: 0, tubesPacked: 0 });
