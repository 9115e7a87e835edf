import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '#apps/server/migrations.ts';
import { Client } from '#apps/server/testing-server.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { type BenchServer, startBenchServer } from '../push/server.ts';
import { type Day, workedDay } from './day.ts';
import { copyDatabase, lengthen } from './history.ts';
import { measure, type Operation, operationsOf } from './operations.ts';

const LENGTHS = [1, 10, 100] as const;
/** What grows beyond this, and by more than a machine's unrest, is named. */
const MOST = 1.5;
const UNREST_MS = 4;
/** What answers with more for a longer past because more was asked for, and why. */
const BY_NATURE: Readonly<Record<string, string>> = {
  'testing.rounds': 'by nature: lists every round it is asked for',
  'testing.person': 'by nature: tells of every round the person was in',
};

/**
 * The same operations with a day's history, ten days' and a hundred's, in three databases side by side.
 * @returns true: what grows is printed as not met, and fails nothing
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { people: { type: 'string', default: '2500' }, json: { type: 'boolean', default: false } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'concerto-growth-'));
  const postgres = await startEmbedded({ dataFolder: folder });
  try {
    await migrate(postgres.url, migrations);
    const day = await workedDay(postgres.url, folder, Number(values.people));
    report(await compare(postgres.url, folder, day), values.json);
    return true;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A column of figures for each length, all measured in turn. */
async function compare(url: string, folder: string, day: Day): Promise<readonly Figures[]> {
  const urls: string[] = [];
  for (const length of LENGTHS) {
    const copy = await copyDatabase(url, `growth_${length}`);
    if (length > 1) await lengthen(copy, day.roundId, length - 1);
    urls.push(copy);
  }
  const servers: BenchServer[] = [];
  try {
    const columns: (readonly Operation[])[] = [];
    for (const copy of urls) {
      const server = await startBenchServer(copy, folder);
      servers.push(server);
      const { cookie, areaId, memberId } = day.secretary;
      const secretary = new Client(server.address, cookie, areaId, memberId);
      columns.push(await operationsOf(secretary, day, copy, folder));
    }
    return await measure(columns);
  } finally {
    for (const server of servers) await server.stop();
  }
}

type Figures = ReadonlyMap<string, number>;

function report(columns: readonly Figures[], json: boolean): void {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const [one, ten, hundred] = columns;
  const operations = [...(one ?? new Map<string, number>())].map(([name, ms1]) => {
    const at = (column: Figures | undefined) => column?.get(name) ?? Number.NaN;
    return { name, ms1: round(ms1), ms10: round(at(ten)), ms100: round(at(hundred)) };
  });
  print(`${'ms with a history of'.padEnd(34)}${LENGTHS.map((n) => `${n} days`.padStart(10)).join('')}`);
  for (const { name, ms1, ms10, ms100 } of operations) {
    const grows = ms100 > ms1 * MOST + UNREST_MS;
    const cells = [ms1, ms10, ms100].map((ms) => ms.toFixed(1).padStart(10)).join('');
    const note = BY_NATURE[name] ?? 'not met';
    print(`${name.padEnd(34)}${cells}${grows ? `  grows: ${note}` : ''}`);
  }
  print(`load average ${loadavg()[0]?.toFixed(1)}`);
  if (json) print(JSON.stringify({ operations }));
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}
