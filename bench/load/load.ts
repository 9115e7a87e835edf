import { readFile } from 'node:fs/promises';
import { percentile } from '../push/latency.ts';
import { startBenchServer } from '../push/server.ts';
import { type Verified, verify } from '../push/verify.ts';
import { type Watched, watch } from './consoles.ts';
import { comeBack, type Heard, returningPhones } from './crowd.ts';
import { setStage } from './people.ts';

export interface LoadOptions {
  /** A migrated database. */
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly phones: number;
  /** Of each phone. */
  readonly commands: number;
  readonly consoles: number;
}

export interface LoadResult extends Verified {
  readonly heard: Heard;
  readonly watched: Watched;
  /** From the phones' coming back to the last answer. */
  readonly seconds: number;
  readonly consoleP95Ms: number;
  /** MB that the server's process holds more afterwards than before. */
  readonly rssGrowth: number;
}

/** Phones that come back at once with what they made offline, while consoles watch. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { databaseUrl, dataFolder, commands } = options;
  const server = await startBenchServer(databaseUrl, dataFolder);
  try {
    const { address, pid } = server;
    const stage = await setStage({ ...options, address, commands: options.phones * commands });
    const phones = await returningPhones(stage.phones, stage.area, commands);
    const roundId = stage.area.rounds[0]?.roundId ?? '';
    const before = await residentMb(pid);
    const consoles = watch(stage.consoles, roundId);
    await consoles.opened();
    consoles.count();
    const begun = performance.now();
    const heard = await comeBack(address, phones);
    const seconds = (performance.now() - begun) / 1000;
    const watched = await consoles.stop();
    return {
      heard,
      watched,
      seconds,
      consoleP95Ms: percentile(watched.latencies, 0.95),
      rssGrowth: (await residentMb(pid)) - before,
      ...(await verify(databaseUrl, heard.acknowledged)),
    };
  } finally {
    await server.stop();
  }
}

/** NaN where /proc does not tell. */
async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
