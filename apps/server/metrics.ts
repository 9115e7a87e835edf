import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { StageTimer } from '#kernel/command/server/stages.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly stages: StageTimer;
  readonly throws: Counter;
}

/** Counts and times only; no label ever holds an area's or a person's id. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'concerto_push_stage_seconds',
    help: 'Time of the write path by stage',
    labelNames: ['stage'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers: [registry],
  });
  const throws = new Counter({
    name: 'concerto_batches_threw_total',
    help: 'Batches that were rolled back and replayed one by one',
    registers: [registry],
  });
  return {
    registry,
    throws,
    stages: new StageTimer((stage, ms) => seconds.labels(stage).observe(ms / 1000)),
  };
}
