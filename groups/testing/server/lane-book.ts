import type { BoardLane } from '../contract/queries.ts';
import type { DifferenceKind, Figures } from '../contract/reconciliation.ts';
import type { ScanCount, TubeCount } from './store-figures.ts';

type Counts = { -readonly [K in keyof Figures]: Figures[K] };
type LaneDifference = BoardLane['differences'][number];

/** The database's counts, put together per lane by the rules of `domain/reconcile.ts`; a test compares both. */
export class LaneBook {
  private readonly lanes = new Map<string, Counts>();
  private readonly differences = new Map<string, Map<DifferenceKind, LaneDifference>>();

  addScans(counts: readonly ScanCount[]): void {
    for (const count of counts) {
      const { checkInLaneId, hasCheckIn, voided, scans } = count;
      if (hasCheckIn && checkInLaneId) {
        this.lane(checkInLaneId).checkedIn += scans;
        if (voided) this.differ('not-sampled', checkInLaneId, scans, scans);
      }
      if (!voided) this.addSwabs(count);
    }
  }

  private addSwabs({ inTube, packed, hasCheckIn, tubeLaneId, checkInLaneId, scans }: ScanCount): void {
    if (!inTube || tubeLaneId === null) {
      if (hasCheckIn && checkInLaneId) this.differ('void-tube', checkInLaneId, scans, scans);
      return;
    }
    const lane = this.lane(tubeLaneId);
    lane.inTubes += scans;
    if (packed) lane.inPackedTubes += scans;
    if (!hasCheckIn || checkInLaneId === null) this.differ('no-check-in', tubeLaneId, -scans, scans);
    else if (checkInLaneId !== tubeLaneId) {
      this.differ('to-other-lane', checkInLaneId, scans, scans);
      this.differ('from-other-lane', tubeLaneId, -scans, scans);
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
