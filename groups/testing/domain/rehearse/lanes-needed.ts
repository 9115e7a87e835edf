import type { DayPlan, LaneHours } from './plan.ts';
import { simulate } from './simulate.ts';

/** No site has more lanes than this. */
const MOST = 200;

/**
 * The fewest lanes that keep everybody's wait within a limit; null when even 200 do not. More lanes never make the
 * longest wait longer, so the answer is found by halving.
 * @param limit seconds
 * @param hours of each lane
 */
export function lanesNeeded(plan: Omit<DayPlan, 'lanes'>, hours: LaneHours, limit: number): number | null {
  const keeps = (count: number) =>
    simulate({ ...plan, lanes: Array.from({ length: count }, () => hours) }).longestWait <= limit;
  if (!keeps(MOST)) return null;
  let [few, enough] = [0, MOST];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if (keeps(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
