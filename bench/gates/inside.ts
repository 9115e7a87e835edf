import type { InsideView } from '#groups/gates/contract/visit-queries.ts';
import type { Caller } from '../caller.ts';
import { percentile } from '../push/latency.ts';

const LOOKS = 60;
const WARM_UP = 10;

export interface InsideTimes {
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Residents who are out. */
  readonly out: number;
}

/** Who is inside, as the desk asks it, over HTTP. */
export async function lookInside(desk: Caller): Promise<InsideTimes> {
  const times: number[] = [];
  let out = 0;
  for (let i = 0; i < WARM_UP + LOOKS; i++) {
    const start = performance.now();
    const view = await desk.query<InsideView>('gates/inside');
    if (i >= WARM_UP) times.push(performance.now() - start);
    out = view.buildings.reduce((sum, one) => sum + one.out, 0);
  }
  return { medianMs: percentile(times, 0.5), p95Ms: percentile(times, 0.95), out };
}
