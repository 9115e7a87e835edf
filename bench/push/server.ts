import { type ForkedServer, forkServer } from '../forked-server.ts';

export interface BenchServer extends Omit<ForkedServer, 'ask'> {
  /** What the write path has spent since the start: `transaction.count`, `load.ms` … */
  spent(): Promise<Spent>;
}

/** Milliseconds per stage, and how many transactions they served. */
export interface Spent {
  readonly ms: ReadonlyMap<string, number>;
  readonly transactions: number;
}

export function between(before: Spent, after: Spent): Spent {
  const ms = new Map([...after.ms].map(([stage, total]) => [stage, total - (before.ms.get(stage) ?? 0)]));
  return { ms, transactions: after.transactions - before.transactions };
}

/** @param logLevel pino's; a server that is hit on purpose complains a lot */
export async function startBenchServer(
  databaseUrl: string,
  dataFolder: string,
  logLevel = 'error',
): Promise<BenchServer> {
  const server = await forkServer(new URL('./server-process.ts', import.meta.url), {
    DATABASE_URL: databaseUrl,
    CONCERTO_DATA: dataFolder,
    LOG_LEVEL: logLevel,
  });
  return {
    ...server,
    async spent() {
      const text = await (await fetch(`${server.address}/metrics`)).text();
      const sums = text.matchAll(/^concerto_push_stage_seconds_sum\{stage="(\w+)"\} (\S+)$/gm);
      const count = /^concerto_push_stage_seconds_count\{stage="transaction"\} (\d+)$/m.exec(text);
      return {
        ms: new Map([...sums].map(([, stage = '', seconds]) => [stage, Number(seconds) * 1000])),
        transactions: Number(count?.[1] ?? 0),
      };
    },
  };
}
