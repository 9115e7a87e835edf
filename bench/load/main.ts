import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '#apps/server/migrations.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { percentile } from '../push/latency.ts';
import { type LoadResult, load } from './load.ts';

/**
 * `npm run load -- --phones N --commands N --json`: the last line is
 * `{acknowledged, refused, seconds, consoleP95Ms, rssGrowth}`; `refused` counts refused commands and pushes that were
 * turned away, `rssGrowth` is in MB. Ends non-zero when something was refused, lost or doubled.
 */
const { values } = parseArgs({
  options: {
    phones: { type: 'string', default: '500' },
    commands: { type: 'string', default: '200' },
    consoles: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
  },
});
const P95_GOAL_MS = 500;
const print = (line: string) => void process.stdout.write(`${line}\n`);

const [phones, commands, consoles] = [values.phones, values.commands, values.consoles].map(Number);
const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-load-'));
const postgres = await startEmbedded({ dataFolder });
try {
  await migrate(postgres.url, migrations);
  const result = await load({
    databaseUrl: postgres.url,
    dataFolder,
    phones: phones ?? 0,
    commands: commands ?? 0,
    consoles: consoles ?? 0,
  });
  const good = report(result);
  process.exitCode = good ? 0 : 1;
} finally {
  await postgres.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

/** @returns whether nothing was refused, lost or doubled */
function report({ heard, watched, seconds, consoleP95Ms, rssGrowth, found, doubled }: LoadResult): boolean {
  const { acknowledged, waits } = heard;
  const refused = heard.refused.length + heard.turnedAway.length;
  const lost = acknowledged.length - found;
  const ms = (share: number) => percentile(waits, share).toFixed(0);
  const p50 = percentile(watched.latencies, 0.5).toFixed(0);
  print(
    `${acknowledged.length} acknowledged in ${seconds.toFixed(1)} s, ${refused} refused, ${lost} lost, ${doubled} doubled`,
  );
  print(`a phone waits ${ms(0.5)} ms (median), ${ms(1)} ms (the last)`);
  print(
    `${watched.latencies.length} questions of consoles, ${watched.failed.length} failed: median ${p50} ms, p95 ${consoleP95Ms.toFixed(0)} ms`,
  );
  print(
    `goal p95 < ${P95_GOAL_MS} ms: ${consoleP95Ms < P95_GOAL_MS ? 'met' : 'not met'}; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const [what, count] of counted([...heard.refused, ...heard.turnedAway, ...watched.failed]))
    print(`  ${what} ×${count}`);
  if (values.json) {
    const figures = {
      seconds: round(seconds),
      consoleP95Ms: round(consoleP95Ms),
      rssGrowth: round(rssGrowth),
    };
    print(JSON.stringify({ acknowledged: acknowledged.length, refused, ...figures }));
  }
  return refused === 0 && lost === 0 && doubled === 0 && watched.failed.length === 0;
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
