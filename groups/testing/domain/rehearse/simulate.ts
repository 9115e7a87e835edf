import { seededRandom } from '#kernel/time-id/random.ts';
import { drawArrivals, serviceOf } from './draw.ts';
import { LaneHeap } from './lane-heap.ts';
import type { DayPlan, LaneHours, Rehearsal } from './plan.ts';

/**
 * One line, many lanes: whoever came first goes to the lane that is free first. A person is finished before a break
 * begins late; a lane changes its tube when it is full. Ten thousand people take some tens of milliseconds.
 * @param plan has at least one lane
 */
export function simulate(plan: DayPlan): Rehearsal {
  const random = seededRandom(plan.seed);
  const arrivals = drawArrivals(plan.slots, random);
  const service = serviceOf(plan.service, random);
  const freeAt = Float64Array.from(plan.lanes, ({ from }) => from);
  const inTube = new Uint16Array(plan.lanes.length);
  const lanes = new LaneHeap(freeAt);
  const waits = new Float64Array(arrivals.length);
  const starts = new Float64Array(arrivals.length);
  let finishedAt = 0;
  let served = 0;

  for (const [i, arrival] of arrivals.entries()) {
    const lane = lanes.first;
    const hours = plan.lanes[lane];
    if (!hours) throw new Error('a day needs at least one lane');
    const start = outsideBreaks(hours, Math.max(arrival, freeAt[lane] ?? 0));
    const took = service();
    const filled = (inTube[lane] ?? 0) + 1;
    const full = filled === plan.ratio && plan.ratio > 1;
    inTube[lane] = full ? 0 : filled;
    const end = start + took;
    lanes.reschedule(end + (full ? plan.tubeChange : 0));
    starts[i] = start;
    waits[i] = start - arrival;
    served += took;
    finishedAt = Math.max(finishedAt, end);
  }
  const queue = queueByMinute(arrivals, starts);
  const sorted = waits.slice().sort();
  return {
    people: arrivals.length,
    longestWait: sorted.at(-1) ?? 0,
    meanWait: mean(waits),
    ninetiethWait: sorted[Math.ceil(0.9 * sorted.length) - 1] ?? 0,
    finishedAt,
    queue,
    longestQueue: queue.reduce((most, n) => Math.max(most, n), 0),
    busy: finishedAt === 0 ? 0 : Math.min(1, served / openTime(plan.lanes, finishedAt)),
  };
}

/** The first moment at or after `at` when the lane works; breaks stand in the order of the day. */
function outsideBreaks({ breaks }: LaneHours, at: number): number {
  let start = at;
  for (const { from, until } of breaks) if (start >= from && start < until) start = until;
  return start;
}

/** People who have come and not begun, at each full minute until the last has begun. */
function queueByMinute(arrivals: Float64Array, starts: Float64Array): number[] {
  const begun = starts.slice().sort();
  const last = begun.at(-1);
  if (last === undefined) return [];
  const queue: number[] = [];
  let came = 0;
  let gone = 0;
  for (let minute = 0; minute <= Math.ceil(last / 60); minute++) {
    const at = minute * 60;
    while (came < arrivals.length && (arrivals[came] ?? 0) <= at) came += 1;
    while (gone < begun.length && (begun[gone] ?? 0) <= at) gone += 1;
    queue.push(came - gone);
  }
  return queue;
}

function openTime(lanes: readonly LaneHours[], until: number): number {
  let open = 0;
  for (const { from, breaks } of lanes) {
    open += Math.max(0, until - from);
    for (const one of breaks) open -= Math.max(0, Math.min(one.until, until) - Math.max(one.from, from));
  }
  return open;
}

const mean = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
