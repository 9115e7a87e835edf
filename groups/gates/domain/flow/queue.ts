import type { LaneDirection } from '../../contract/rows.ts';

export interface Arrivals {
  /** People who came to the gate in the minutes looked at, let through or not, by the way they wanted to go. */
  readonly in: number;
  readonly out: number;
  readonly minutes: number;
}

export interface LanePace {
  /** Of the lanes that stand. */
  readonly directions: readonly LaneDirection[];
  /** Setting `gates.lane-seconds`. */
  readonly secondsAPerson: number;
  /** Setting `gates.queue-percent`. */
  readonly warnPercent: number;
}

export interface Queue {
  /** People a minute who came, both ways together, to one decimal. */
  readonly perMinute: number;
  /** People a minute whom the lanes manage, both ways together. */
  readonly capacity: number;
  /** How much of the lanes is used, in whole per cent; may be over 100. */
  readonly percent: number;
  readonly state: 'calm' | 'close' | 'full';
}

/**
 * How much of a gate's lanes is used. One-way lanes serve their own way; a lane for both ways helps where it is needed.
 * The least share u of every lane's time that serves everybody is the greatest of in ÷ (in-lanes + both-lanes),
 * out ÷ (out-lanes + both-lanes) and all ÷ all lanes (the cuts of a flow with two sources).
 *
 * Who stands in the queue is not counted by anybody: at full use a queue grows, and nobody sees by how much.
 * @returns null where no lane leads the way that people came
 */
export function queueOf(arrivals: Arrivals, pace: LanePace): Queue | null {
  const { minutes } = arrivals;
  const aLane = 60 / pace.secondsAPerson;
  const capacityOf = (...wanted: readonly LaneDirection[]): number =>
    pace.directions.filter((direction) => wanted.includes(direction)).length * aLane;
  const [waysIn, waysOut, all] = [
    capacityOf('in', 'both'),
    capacityOf('out', 'both'),
    capacityOf('in', 'out', 'both'),
  ];
  const [comeIn, goOut] = [arrivals.in / minutes, arrivals.out / minutes];
  if ((waysIn === 0 && comeIn > 0) || (waysOut === 0 && goOut > 0) || all === 0) return null;
  const used = Math.max(share(comeIn, waysIn), share(goOut, waysOut), share(comeIn + goOut, all));
  const percent = Math.round(used * 100);
  return {
    perMinute: Math.round((comeIn + goOut) * 10) / 10,
    capacity: Math.round(all * 10) / 10,
    percent,
    state: percent >= 100 ? 'full' : percent >= pace.warnPercent ? 'close' : 'calm',
  };
}

const share = (people: number, capacity: number): number => (people === 0 ? 0 : people / capacity);
