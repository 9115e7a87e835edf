import type { BoardLane } from '../contract/queries.ts';
import type { DifferenceKind, Figures } from '../contract/reconciliation.ts';
import type { LaneCount } from '../domain/round-counts.ts';
import type { WithdrawnCount } from './store-figures.ts';

type Counts = { -readonly [K in keyof Figures]: Figures[K] };
type LaneDifference = BoardLane['differences'][number];

/** Counts of a round, put together per lane by the rules of `domain/reconcile.ts`; a test compares both. */
export class LaneBook {
  private readonly lanes = new Map<string, Counts>();
  private readonly differences = new Map<string, Map<DifferenceKind, LaneDifference>>();

  constructor(counts: readonly LaneCount[], withdrawn: readonly WithdrawnCount[]) {
    for (const count of counts) {
      if (count.scans > 0) this.addSwabs(count);
      if (count.tubes > 0 && !count.voided) this.addTubes(count);
    }
    for (const { laneId, scans } of withdrawn) {
      this.lane(laneId).checkedIn += scans;
      this.differ('not-sampled', laneId, scans, scans);
    }
  }

  private addSwabs({ tubeLaneId, checkInLaneId, voided, where, scans }: LaneCount): void {
    if (checkInLaneId === null) return;
    this.lane(checkInLaneId).checkedIn += scans;
    if (tubeLaneId === null || voided) {
      this.differ('void-tube', checkInLaneId, scans, scans);
      return;
    }
    const lane = this.lane(tubeLaneId);
    lane.inTubes += scans;
    if (where === 'packed') lane.inPackedTubes += scans;
    if (checkInLaneId !== tubeLaneId) {
      this.differ('to-other-lane', checkInLaneId, scans, scans);
      this.differ('from-other-lane', tubeLaneId, -scans, scans);
    }
  }

  private addTubes({ tubeLaneId, where, tubes, people }: LaneCount): void {
    if (tubeLaneId === null) return;
    const lane = this.lane(tubeLaneId);
    lane.tubes += tubes;
    if (where === 'packed') lane.tubesPacked += tubes;
    else this.differ(where === 'open' ? 'tube-open' : 'tube-not-packed', tubeLaneId, people, tubes);
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
