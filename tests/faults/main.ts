import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chainOf } from './support/chain.ts';
import { strike, table } from './support/run.ts';

/**
 * `npm run faults -- --rounds N --seed S --json`: the last line is `{rounds, acknowledged, lost, doubled, seed}`. Ends
 * non-zero when something acknowledged is lost or doubled, refused without a reason, or the log's chain does not hold.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const print = (line: string) => void process.stdout.write(`${line}\n`);

print(`seed ${seed}`);
const { stage, rounds } = await strike(Number(values.rounds), seed);
try {
  const { phones } = stage;
  const chain = await chainOf(stage.url, stage.area.areaId);
  print(table(rounds));
  if (!stage.disk.full) print('disk full: not tried, a small file system can be mounted by root alone');
  print(
    `failed pushes: ${phones.told()}; ${phones.already} answered a second time; ${phones.refused.length} refused`,
  );
  print(`${chain.version} versions, ${chain.seals} seals, ${chain.faults.length} faults of the chain`);
  print(`seed ${seed}, load average ${loadavg()[0]?.toFixed(1)}`);
  const lost = rounds.reduce((sum, round) => sum + round.lost, 0);
  const doubled = rounds.reduce((sum, round) => sum + round.doubled, 0);
  const acknowledged = phones.acknowledged.length;
  if (values.json) print(JSON.stringify({ rounds: rounds.length, acknowledged, lost, doubled, seed }));
  const good = lost + doubled + phones.refused.length + chain.faults.length === 0;
  process.exitCode = good ? 0 : 1;
} finally {
  await stage.close();
}
