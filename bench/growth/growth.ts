import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { Client } from '#apps/server/testing-server.ts';
import { startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { comingIn } from '#tests/access/support/come-in.ts';
import { population } from '../push/population.ts';
import { startBenchServer } from '../push/server.ts';
import { makeTestingArea, type TestingArea } from '../testing/area.ts';
import { aDay } from '../testing/day.ts';
import { lengthen } from './history.ts';
import { measure, type Operation, queriesFor, startUp } from './operations.ts';

const LENGTHS = [1, 10, 100] as const;
const BATCH = 20;
/** Kept for pushing while it is measured: there must be more people than these. */
const RESERVED = 900;
/** What grows beyond this, and by more than a machine's unrest, is named. */
const MOST = 1.5;
const UNREST_MS = 4;

/**
 * The same operations with a day's history, ten days' and a hundred's, in one database that grows.
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
    const columns = await grow(postgres.url, folder, Number(values.people));
    report(columns, values.json);
    return true;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function grow(url: string, folder: string, people: number): Promise<ReadonlyMap<string, number>[]> {
  const server = await startBenchServer(url, folder);
  const house = await openHouse({ databaseUrl: url, dataFolder: folder, log: pino({ level: 'error' }) });
  try {
    const area = await makeTestingArea(house, people, 0);
    const comeIn = await comingIn({ address: server.address, dataFolder: folder }, house);
    const [secretary] = await comeIn([{ areaId: area.areaId, role: 'secretary', group: null }]);
    if (!secretary) throw new Error('nobody came');
    const operations = await operationsOf(secretary, house, area, url, folder);
    const columns: ReadonlyMap<string, number>[] = [];
    let copies = 0;
    for (const length of LENGTHS) {
      if (length > 1) await lengthen(url, area.roundId, length - 1, copies);
      copies = length - 1;
      columns.push(await measure(operations));
    }
    return columns;
  } finally {
    await house.close();
    await server.stop();
  }
}

/** The day is worked, but for some people who are sampled while it is measured. */
async function operationsOf(
  secretary: Client,
  house: House,
  area: TestingArea,
  url: string,
  folder: string,
): Promise<Operation[]> {
  const { roundId } = area;
  const say = async (deeds: readonly { readonly kind: string; readonly body: unknown }[]) => {
    const response = await secretary.push(deeds.map(({ kind, body }) => secretary.envelope(kind, body)));
    if (!response.ok) throw new Error(`push answered ${response.status}`);
  };
  await say([{ kind: 'testing.open-round', body: { roundId } }]);
  const deeds = [...aDay(area)];
  const reserved = deeds.filter(({ kind }) => kind === 'testing.sample').slice(-RESERVED);
  const others = deeds.filter((deed) => !reserved.includes(deed));
  for (let at = 0; at < others.length; at += 500) await say(others.slice(at, at + 500));
  const sample = () => {
    // An empty push would be the quickest, and count as the best.
    if (reserved.length < BATCH) throw new Error('too few people: --people 1500 or more');
    return say(reserved.splice(0, BATCH));
  };
  const pull = async () => (await secretary.pull()).arrayBuffer();
  const importChunk = () =>
    say(
      population(() => crypto.randomUUID(), 200).chunks.map((body) => ({ kind: 'people.import-rows', body })),
    );
  return [
    startUp(url, folder),
    { name: `push of ${BATCH} samples`, run: sample },
    { name: 'first pull', run: pull },
    { name: 'import of 200 people', run: importChunk },
    ...(await queriesFor(secretary, house.modules, { roundId, residentId: area.residentIds[0] ?? '' })),
  ];
}

function report(columns: readonly ReadonlyMap<string, number>[], json: boolean): void {
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const [one, ten, hundred] = columns;
  const operations = [...(one ?? new Map<string, number>())].map(([name, ms1]) => {
    const at = (column: ReadonlyMap<string, number> | undefined) => column?.get(name) ?? Number.NaN;
    return { name, ms1: round(ms1), ms10: round(at(ten)), ms100: round(at(hundred)) };
  });
  print(`${'ms with a history of'.padEnd(34)}${LENGTHS.map((n) => `${n} days`.padStart(10)).join('')}`);
  for (const { name, ms1, ms10, ms100 } of operations) {
    const grows = ms100 > ms1 * MOST + UNREST_MS;
    const cells = [ms1, ms10, ms100].map((ms) => ms.toFixed(1).padStart(10)).join('');
    print(`${name.padEnd(34)}${cells}${grows ? '  grows: not met' : ''}`);
  }
  print(`load average ${loadavg()[0]?.toFixed(1)}`);
  if (json) print(JSON.stringify({ operations }));
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}
