import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '#apps/server/migrations.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { fuzz } from './fuzz.ts';
import { faultsOf, table } from './report.ts';

/** `npm run fuzz -- --requests N --seed S --json`: the last line is `{requests, serverErrors, slowest}`, times in ms. */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const print = (line: string) => void process.stdout.write(`${line}\n`);

print(`seed ${seed}`);
const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-fuzz-'));
const postgres = await startEmbedded({ dataFolder, durable: false });
try {
  await migrate(postgres.url, migrations);
  const begun = performance.now();
  const result = await fuzz({
    databaseUrl: postgres.url,
    dataFolder,
    requests: Number(values.requests),
    seed,
  });
  const { findings } = result;
  print(table(result));
  print(
    `${((performance.now() - begun) / 1000).toFixed(0)} s, load average ${loadavg()[0]?.toFixed(1)}, seed ${seed}`,
  );
  const faults = faultsOf(result, { slowestMs: 2_000 });
  for (const fault of faults) print(`FAULT ${fault}`);
  for (const error of result.errors.slice(0, 20)) print(`LOGGED ${error}`);
  if (values.json) {
    const slowest = Math.round(findings.slowest.ms);
    print(
      JSON.stringify({ requests: findings.requests, serverErrors: findings.serverErrors.length, slowest }),
    );
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await postgres.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
