import type { DayPlan, ServiceTime } from './plan.ts';

type Random = () => number;

/** When each person comes, seconds, in order: called up together, within a slot each comes when he or she likes. */
export function drawArrivals(slots: DayPlan['slots'], random: Random): Float64Array {
  const total = slots.reduce((sum, slot) => sum + slot.people, 0);
  const arrivals = new Float64Array(total);
  let n = 0;
  for (const { from, until, people } of slots) {
    for (let i = 0; i < people; i++) arrivals[n++] = from + random() * (until - from);
  }
  return arrivals.sort();
}

/**
 * How long persons take. Without measurements: half of the mean is the same for everybody, the other half is
 * exponential, so that some take long and nobody takes no time at all (coefficient of variation 0.5).
 */
export function serviceOf(service: ServiceTime, random: Random): () => number {
  if (service.kind === 'mean') {
    const half = service.seconds / 2;
    return () => half - half * Math.log(1 - random());
  }
  const { seconds } = service;
  return () => seconds[Math.floor(random() * seconds.length)] ?? 0;
}
