import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { buildWeb, webBuildState } from '#apps/cli/web-build.ts';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { DIST } from '#apps/web/testing/serve-dist.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { Caller, type Done } from '../caller.ts';
import { type ForkedServer, forkServer } from '../forked-server.ts';
import { cpuBetween, readCpu } from '../push/cpu.ts';
import { pullFrom } from '../testing/snapshot.ts';
import { type BenchGate, type GatesArea, makeGatesArea, newId, PHONES } from './area.ts';
import { attempts } from './attempts.ts';
import { checkAtRate } from './checks.ts';
import { heldBack } from './day.ts';
import { lookInside } from './inside.ts';
import { writeMonth } from './month.ts';
import { type BenchPasses, givePasses } from './passes.ts';
import { decideOnPhone } from './phone.ts';
import { CHECKS, type Cost, linesOf, type Measured, printReport } from './report.ts';
import { syncDay } from './sync.ts';

const PARTS = ['sync', 'checks', 'phone', 'inside'] as const;
type Part = (typeof PARTS)[number];

/** Passages a resident and month. */
const A_MONTH = 20;
/** Times the bar's rate; the first that is not kept ends it. */
const RATES = [1, 1.5, 2, 3];
const SECONDS = 8;
const WARM_UP_SECONDS = 2;
const HOUR = 3_600_000;

/** What the parts work with, in one area on one database. */
interface Bench {
  readonly postgres: EmbeddedServer;
  readonly server: ForkedServer;
  readonly area: GatesArea;
  readonly phones: readonly Caller[];
  readonly leader: Caller;
  readonly passes: BenchPasses;
}

/**
 * Gates of an area of 10,000 people, through HTTP, server and Postgres in processes of their own and the load beside them
 * on the same cores: a day that ten phones held back; people who come while everybody is online; a phone that decides by
 * itself; who is inside, on the first day and after a month. `--only` names the parts wanted, with commas between.
 * @returns whether the bars are met
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '10000' },
      only: { type: 'string', default: PARTS.join() },
      json: { type: 'boolean', default: false },
    },
  });
  const wanted = new Set(values.only.split(',').map(partOf));
  if (wanted.has('phone') && (await webBuildState(DIST)) !== 'fresh') await buildWeb(DIST);
  const folder = await mkdtemp(join(tmpdir(), 'concerto-bench-'));
  const postgres = await startEmbedded({ dataFolder: folder });
  try {
    await migrate(postgres.url, migrations);
    const area = await makeArea(postgres.url, folder, Number(values.people));
    const server = await forkServer(new URL('../push/server-process.ts', import.meta.url), {
      DATABASE_URL: postgres.url,
      CONCERTO_DATA: folder,
      CONCERTO_WEB: DIST,
    });
    try {
      const measured = await measure(await workIn(postgres, server, area), wanted);
      printReport(measured, values.json);
      return linesOf(measured).every(({ met }) => met !== false);
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function partOf(name: string): Part {
  const part = PARTS.find((one) => one === name);
  if (!part) throw new Error(`parts: ${PARTS.join(', ')}`);
  return part;
}

async function makeArea(url: string, folder: string, people: number): Promise<GatesArea> {
  const house = await openHouse({ databaseUrl: url, dataFolder: folder, log: pino({ level: 'error' }) });
  try {
    return await makeGatesArea(house, people);
  } finally {
    await house.close();
  }
}

async function workIn(postgres: EmbeddedServer, server: ForkedServer, area: GatesArea): Promise<Bench> {
  const phones: Caller[] = [];
  for (let i = 0; i < PHONES; i++) phones.push(await Caller.join(server, area, i));
  const [leader] = phones;
  if (!leader) throw new Error('nobody joined');
  await leader.push(phones.map(({ who }, i) => onDuty(who.memberId, area.gates[i])));
  const passes = await givePasses(leader, area.residentIds);
  return { postgres, server, area, phones, leader, passes };
}

/** Since before the day that is held back: whoever only joined now could not have let anybody through then. */
const onDuty = (memberId: string, gate: BenchGate | undefined): Done => ({
  kind: 'roster.assign-duty',
  body: {
    ...{ dutyId: newId(), memberId, group: 'order', place: gate?.name ?? null },
    ...{ from: Date.now() - 14 * HOUR, until: Date.now() + 8 * HOUR },
  },
});

/** In the order in which a day and a month go by; what is not wanted is left out. */
async function measure(bench: Bench, wanted: ReadonlySet<Part>): Promise<Measured> {
  const { area, phones, leader, passes } = bench;
  const measured: { -readonly [K in keyof Measured]: Measured[K] } = { cores: availableParallelism() };
  const firstDay = wanted.has('inside') ? await lookInside(leader) : null;
  if (wanted.has('sync')) {
    const held = heldBack(area, passes.good);
    measured.sync = await costing(bench, () => syncDay(phones, held));
  }
  if (wanted.has('checks')) measured.checks = await checkLadder(bench, measured.cores);
  if (wanted.has('phone')) {
    const [gate] = area.gates;
    if (!gate) throw new Error('no gate');
    measured.phone = await costing(bench, () => decideOnPhone(leader, area, gate, passes));
  }
  if (firstDay) {
    const gateIds = area.gates.map(({ gateId }) => gateId);
    const passages = A_MONTH * area.residentIds.length;
    await writeMonth(bench.postgres.url, area.areaId, gateIds, passages);
    const look = async () => ({ passages, firstDay, month: await lookInside(leader) });
    measured.inside = await costing(bench, look);
  }
  return measured;
}

async function checkLadder(bench: Bench, cores: number): Promise<NonNullable<Measured['checks']>> {
  const { phones, leader, area, passes } = bench;
  const held: Record<string, number> = {};
  await pullFrom(leader, held);
  const cursors = phones.map(() => ({ ...held }));
  const people = attempts(area, passes.good);
  const at = (rate: number, seconds: number) => checkAtRate(phones, people, rate, seconds, cursors);
  await at(CHECKS.perCore * cores, WARM_UP_SECONDS);
  const loads: NonNullable<Measured['checks']>[number][] = [];
  for (const times of RATES) {
    const load = await costing(bench, () => at(CHECKS.perCore * cores * times, SECONDS));
    loads.push(load);
    if (load.p99Ms >= CHECKS.p99Ms) break;
  }
  return loads;
}

async function costing<T extends object>(
  { server, postgres }: Bench,
  work: () => Promise<T>,
): Promise<T & { readonly cost: Cost }> {
  const before = await readCpu(server.pid, postgres.pid);
  const done = await work();
  const spent = cpuBetween(before, await readCpu(server.pid, postgres.pid));
  return { ...done, cost: { ...spent, machineLoad: loadavg()[0] ?? Number.NaN } };
}
