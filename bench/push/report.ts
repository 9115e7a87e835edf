import type { Cpu } from './cpu.ts';
import { percentile } from './latency.ts';
import type { LoadResult } from './load.ts';
import type { RawResult } from './raw.ts';
import type { Spent } from './server.ts';
import type { Verified } from './verify.ts';

export interface Measured extends Verified {
  readonly batches: LoadResult;
  readonly singles: LoadResult;
  readonly raw: RawResult;
  /** Where the write path's time went. */
  readonly spent: { readonly batches: Spent; readonly singles: Spent };
  /** Of the batches' part of the run. */
  readonly cpu: Cpu;
  readonly acknowledged: number;
}

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly goal: string;
  readonly met: boolean;
  /** Missed, it fails the run; the others are goals, printed met or not met. */
  readonly required: boolean;
}

const rate = (load: LoadResult): number => load.acknowledged.length / load.seconds;

/** Rows the push wrote per second, of what plain SQL writes per second. */
function ratioOf({ batches, raw, acknowledged }: Measured): number {
  const rowsPerCommand = raw.rows / acknowledged;
  return (rate(batches) * rowsPerCommand) / (raw.rows / raw.seconds);
}

/** The bars of one area and of many (docs/decisions/serial-area.md, quality bars of the push). */
export function bars(measured: Measured, areas: number): Bar[] {
  const atLeast = (name: string, value: number, goal: number, required: boolean): Bar => {
    return { name, value, goal: `≥ ${goal}`, met: value >= goal, required };
  };
  const perSecond = rate(measured.batches);
  const p99 = percentile(measured.batches.latencies, 0.99);
  const same: Bar[] = [
    { name: 'p99 of a batch of 50, ms', value: p99, goal: '< 250', met: p99 < 250, required: true },
    {
      name: 'acknowledged and not found',
      value: measured.acknowledged - measured.found,
      goal: '0',
      met: measured.acknowledged === measured.found,
      required: true,
    },
    { name: 'doubled', value: measured.doubled, goal: '0', met: measured.doubled === 0, required: true },
  ];
  if (areas > 1) {
    return [
      atLeast('commands/s', perSecond, 8_000, true),
      atLeast('commands/s', perSecond, 12_000, false),
      ...same,
    ];
  }
  return [
    atLeast('commands/s', perSecond, 5_000, true),
    atLeast('commands/s', perSecond, 8_000, false),
    atLeast('share of plain SQL', ratioOf(measured), 0.4, true),
    atLeast('share of plain SQL', ratioOf(measured), 0.6, false),
    atLeast('single commands/s, 32 phones', rate(measured.singles), 1_500, true),
    ...same,
  ];
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export function printReport(measured: Measured, results: readonly Bar[], json: boolean): void {
  const { batches, singles, raw, spent } = measured;
  for (const { name, value, goal, met, required } of results) {
    const word = met ? 'met' : required ? 'MISSED' : 'goal not met';
    print(`${name.padEnd(32)} ${value.toFixed(2).padStart(10)}  ${goal.padEnd(9)} ${word}`);
  }
  print(`outcomes ${JSON.stringify(batches.outcomes)}, single ${JSON.stringify(singles.outcomes)}`);
  print(
    'where the time goes, ms per transaction'.padEnd(40) +
      'batches of 50'.padStart(14) +
      'singles'.padStart(10),
  );
  const mean = ({ ms, transactions }: Spent, stage: string) =>
    ((ms.get(stage) ?? 0) / Math.max(1, transactions)).toFixed(2);
  for (const [stage] of [...spent.batches.ms].sort((a, b) => b[1] - a[1])) {
    print(
      `  ${stage.padEnd(38)}${mean(spent.batches, stage).padStart(14)}${mean(spent.singles, stage).padStart(10)}`,
    );
  }
  const perThousand = (spent: number | null) =>
    spent === null ? '?' : ((spent * 1e6) / batches.acknowledged.length).toFixed(0);
  print(
    `processor time, ms per 1,000 commands: load ${perThousand(measured.cpu.load)}, server ${perThousand(measured.cpu.server)}, Postgres ${perThousand(measured.cpu.postgres)}`,
  );
  if (!json) return;
  print(
    JSON.stringify({
      commandsPerSecond: Math.round(rate(batches)),
      rawRowsPerSecond: Math.round(raw.rows / raw.seconds),
      ratio: Number(ratioOf(measured).toFixed(3)),
      p99Ms: Number(percentile(batches.latencies, 0.99).toFixed(1)),
      acknowledged: measured.acknowledged,
      found: measured.found,
      doubled: measured.doubled,
      singlesPerSecond: Math.round(rate(singles)),
    }),
  );
}
