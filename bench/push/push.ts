import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { cpuBetween, readCpu } from './cpu.ts';
import { mint, type Phone, pushLoad } from './load.ts';
import { joinPhone, Line } from './phone.ts';
import { type RawSource, writeRaw } from './raw.ts';
import { bars, type Measured, printReport } from './report.ts';
import { type BenchServer, between, startBenchServer } from './server.ts';
import { type BenchArea, makeArea } from './set-up.ts';
import { verify } from './verify.ts';

/** Phones that send one command at a time. */
const PHONES = 32;
/** Phones that come back online with batches: 600 commands under way at any moment. */
const BATCHING = 12;
const BATCH = 50;
/**
 * Of many areas, each has one phone that comes back with batches: at 8,000 commands/s the 1,000 then under way wait
 * 125 ms on average. With more phones the queue would grow and the time of a batch with it, not what is done a second;
 * and batches of one area would be merged, which is the easier load: here every batch pays for a transaction of its own.
 */
const PHONES_OF_MANY = 1;
/** Commands a second that are minted before the clock starts. */
const MINTED = { batches: 9_000, singles: 2_500 };
/** Commands a second to have people ready for; more than this machine has done. */
const READY_FOR = 16_000;
const WRITTEN: readonly RawSource[] = [
  { table: 'kernel.command_log', where: "kind = 'testing.sample'" },
  { table: 'testing.sample', where: 'true' },
  { table: 'testing.check_in', where: 'true' },
  { table: 'testing.tube', where: 'true' },
];

/**
 * Sampling commands through HTTP: session, validation, decision, audit, durable commit, on one area or many; then the
 * same rows by plain SQL. The load comes from this process, server and Postgres beside it on the same cores.
 * @returns whether the bars are met
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      areas: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const areaCount = Number(values.areas);
  const seconds = Number(values.seconds);
  const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-bench-'));
  const postgres = await startEmbedded({ dataFolder });
  try {
    await migrate(postgres.url, migrations);
    const areas = await makeAreas(postgres.url, dataFolder, areaCount, seconds);
    const server = await startBenchServer(postgres.url, dataFolder);
    let measured: Measured;
    try {
      measured = await measure(server, postgres, areas, seconds);
    } finally {
      await server.stop();
    }
    const results = bars(measured, areaCount);
    printReport(measured, results, values.json);
    return results.every((bar) => bar.met || !bar.required);
  } finally {
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function makeAreas(
  url: string,
  dataFolder: string,
  count: number,
  seconds: number,
): Promise<BenchArea[]> {
  const house = await openHouse({ databaseUrl: url, dataFolder, log: pino({ level: 'error' }) });
  try {
    const people = count === 1 ? 10_000 : 2_000;
    // Batches run for `seconds`, single commands for half as long.
    const rounds = 1 + Math.ceil((READY_FOR * seconds * 1.5) / count / people);
    const phones = count === 1 ? PHONES : PHONES_OF_MANY;
    const areas: BenchArea[] = [];
    for (let i = 0; i < count; i++)
      areas.push(await makeArea(house, `Bench ${i + 1}`, { people, rounds, phones }));
    return areas;
  } finally {
    await house.close();
  }
}

async function measure(
  server: BenchServer,
  postgres: EmbeddedServer,
  areas: readonly BenchArea[],
  seconds: number,
): Promise<Measured> {
  const phones: Phone[] = [];
  for (const area of areas) {
    const line = new Line(area);
    for (let i = 0; i < area.tokens.length; i++) phones.push(await joinPhone(server.address, area, line, i));
  }
  const batching = areas.length === 1 ? phones.slice(0, BATCHING) : phones;
  const warm = await pushLoad(server.address, mint(batching, BATCH, 0), 1);
  const manyBatches = mint(batching, BATCH, MINTED.batches * seconds);
  const manySingles = mint(phones.slice(0, PHONES), 1, (MINTED.singles * seconds) / 2);
  const cpu = () => readCpu(server.pid, postgres.pid);
  const [begin, cpuBefore] = [await server.spent(), await cpu()];
  const batches = await pushLoad(server.address, manyBatches, seconds);
  const [middle, cpuAfter] = [await server.spent(), await cpu()];
  const singles = await pushLoad(server.address, manySingles, seconds / 2);
  const end = await server.spent();
  const spent = { batches: between(begin, middle), singles: between(middle, end) };
  const acknowledged = [warm, batches, singles].flatMap((load) => load.acknowledged);
  const checked = await verify(postgres.url, acknowledged);
  const raw = await writeRaw(postgres.url, WRITTEN);
  return {
    batches,
    singles,
    raw,
    spent,
    cpu: cpuBetween(cpuBefore, cpuAfter),
    acknowledged: acknowledged.length,
    ...checked,
  };
}
