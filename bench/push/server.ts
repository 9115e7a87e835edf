import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface BenchServer {
  readonly address: string;
  readonly pid: number;
  /** What the write path has spent since the start: `transaction.count`, `load.ms` … */
  spent(): Promise<Spent>;
  stop(): Promise<void>;
  /** SIGKILL: the process gets no chance to finish anything. Resolves once it has ended. */
  kill(): Promise<void>;
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
  const script = fileURLToPath(new URL('./server-process.ts', import.meta.url));
  const child: ChildProcess = fork(script, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl, CONCERTO_DATA: dataFolder, LOG_LEVEL: logLevel },
  });
  const address = await addressOf(child);
  return {
    address,
    pid: child.pid ?? 0,
    async spent() {
      const text = await (await fetch(`${address}/metrics`)).text();
      const sums = text.matchAll(/^concerto_push_stage_seconds_sum\{stage="(\w+)"\} (\S+)$/gm);
      const count = /^concerto_push_stage_seconds_count\{stage="transaction"\} (\d+)$/m.exec(text);
      return {
        ms: new Map([...sums].map(([, stage = '', seconds]) => [stage, Number(seconds) * 1000])),
        transactions: Number(count?.[1] ?? 0),
      };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { readonly address: string }) => resolve(message.address));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
}
