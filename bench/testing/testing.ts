import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { Board } from '#groups/testing/contract/queries.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { Caller, type Timed } from '../caller.ts';
import { type ForkedServer, forkServer } from '../forked-server.ts';
import { cpuBetween, readCpu } from '../push/cpu.ts';
import { percentile } from '../push/latency.ts';
import { applyOnSlowPhone } from './apply.ts';
import { makeTestingArea, type TestingArea } from './area.ts';
import { aDay, type Deed, lateComers } from './day.ts';
import { copyRounds } from './earlier-rounds.ts';
import { KEEP_BOOK, timeInside } from './inside-postgres.ts';
import { type BoardCost, type BoardTimes, isMet, linesOf, type Measured, printReport } from './report.ts';
import { importResults, labSheet } from './results.ts';
import { simulateDay } from './simulation.ts';
import { pullAll } from './snapshot.ts';

const PHONES = 5;
const BATCH = 500;
const LOOKS = 100;
const WARM_UP = 10;
const RESULTS = 3_000;

/**
 * A testing day of 25,000 people through HTTP: the live board without and with earlier rounds, side by side on two
 * copies of one database; a laboratory's file; a phone's first pull and what it costs a slow phone; a rehearsed day.
 * @returns whether the bars are met
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string', default: '25000' },
      earlier: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
    },
  });
  const folder = await mkdtemp(join(tmpdir(), 'concerto-bench-'));
  const postgres = await startEmbedded({ dataFolder: folder, settings: KEEP_BOOK });
  try {
    await migrate(postgres.url, migrations);
    const measured = await measure(postgres, folder, Number(values.people), Number(values.earlier));
    printReport(measured, values.json);
    return linesOf(measured).every(isMet);
  } finally {
    await postgres.stop();
    for (const made of [folder, besideOf(folder)]) await rm(made, { recursive: true, force: true });
  }
}

async function measure(
  postgres: EmbeddedServer,
  folder: string,
  people: number,
  earlier: number,
): Promise<Measured> {
  const { url } = postgres;
  const area = await makeArea(url, folder, people);
  const first = await start(url, folder);
  const { caller, ...day } = await workDay(first, area).finally(() => first.stop());
  const copy = await copyOf(url, folder);
  await copyRounds(copy.url, area.roundId, earlier);
  await analyse(url);

  const servers: ForkedServer[] = [];
  try {
    servers.push(await start(url, folder));
    servers.push(await start(copy.url, copy.folder));
    const [now, then] = servers.map((server) => caller.at(server));
    if (!now || !then) throw new Error('two servers');
    const ask = (one: Caller) => one.query<Board>('testing/board', { roundId: area.roundId });
    const watched = [now, then].map((one): Watched => {
      const late = lateComers(area);
      return { ask: () => one.timed(() => ask(one)), moveOn: () => pushNext(one, late) };
    });
    const [board, boardEarlier] = await watchBoards(watched);
    if (!board || !boardEarlier) throw new Error('two boards');
    const cost = await boardCost(watched[0], now.server.pid, postgres.pid, url);
    const costEarlier = await boardCost(watched[1], then.server.pid, postgres.pid, copy.url);
    const { total } = await ask(now);
    const snapshot = await pullAll(now);
    const imported = await importResults(now, area.roundId, await labSheet(total.tubes, RESULTS));
    const applied = await applyOnSlowPhone(snapshot, area.residentIds);
    const simulated = Array.from({ length: 5 }, simulateDay);
    return {
      people,
      households: area.households,
      samples: total.inTubes,
      tubes: total.tubes,
      ...day,
      board: { ...board, ...cost },
      earlier,
      boardEarlier: { ...boardEarlier, ...costEarlier },
      imported,
      snapshot,
      applied,
      simulateMs: percentile(simulated, 0.5),
    };
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function makeArea(url: string, folder: string, people: number): Promise<TestingArea> {
  const house = await openHouse({ databaseUrl: url, dataFolder: folder, log: pino({ level: 'error' }) });
  try {
    return await makeTestingArea(house, people, PHONES);
  } finally {
    await house.close();
  }
}

const start = (url: string, folder: string): Promise<ForkedServer> =>
  forkServer(new URL('server-process.ts', import.meta.url), { DATABASE_URL: url, CONCERTO_DATA: folder });

/** The round opened, pulled as a phone does in the morning, and worked by the phones. */
async function workDay(server: ForkedServer, area: TestingArea) {
  const callers: Caller[] = [];
  for (let i = 0; i < PHONES; i++) callers.push(await Caller.join(server, area, i));
  const [caller, ...phones] = callers;
  if (!caller) throw new Error('nobody joined');
  const { roundId } = area;
  const { ms: openMs } = await caller.timed(() =>
    caller.push([{ kind: 'testing.open-round', body: { roundId } }]),
  );
  const opened = await pullAll(caller);
  const deeds = [...aDay(area)];
  const sampled = deeds.filter(({ kind }) => kind === 'testing.sample');
  await pushAll(phones, sampled);
  await pushAll(phones.slice(0, 1), deeds.slice(sampled.length));
  return { caller, openMs, opened };
}

/** Each phone sends its next batch as soon as the last is answered. */
async function pushAll(phones: readonly Caller[], deeds: readonly Deed[]): Promise<void> {
  let at = 0;
  await Promise.all(
    phones.map(async (phone) => {
      while (at < deeds.length) {
        const batch = deeds.slice(at, at + BATCH);
        at += BATCH;
        await phone.push(batch);
      }
    }),
  );
}

/** Nobody may be connected meanwhile. Keys and secrets go with it. */
async function copyOf(
  url: string,
  folder: string,
): Promise<{ readonly url: string; readonly folder: string }> {
  const copied = new URL(url);
  const name = copied.pathname.slice(1);
  copied.pathname = '/postgres';
  const client = new pg.Client({ connectionString: copied.href });
  await client.connect();
  await client.query(`create database earlier template ${client.escapeIdentifier(name)}`);
  await client.end();
  copied.pathname = '/earlier';
  const beside = besideOf(folder);
  await cp(folder, beside, { recursive: true, filter: (path) => !path.startsWith(join(folder, 'postgres')) });
  return { url: copied.href, folder: beside };
}

const besideOf = (folder: string): string => `${folder}-earlier`;

async function analyse(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

/** The live board of the day's round; between two looks something happens. */
interface Watched {
  ask(): Promise<Timed<Board>>;
  /** One swab more. */
  moveOn(): Promise<void>;
}

async function pushNext(caller: Caller, deeds: Iterator<Deed>): Promise<void> {
  const { value, done } = deeds.next();
  if (done) throw new Error('everybody came: ask for more people');
  await caller.push([value]);
}

/** All in turn, so that whatever else the machine does falls on each. */
async function watchBoards(
  boards: readonly Watched[],
): Promise<readonly Omit<BoardTimes, keyof BoardCost>[]> {
  const looks = boards.map((): Timed<Board>[] => []);
  for (let i = 0; i < 1 + WARM_UP + LOOKS; i++) {
    for (const [side, board] of boards.entries()) {
      await board.moveOn();
      looks[side]?.push(await board.ask());
    }
  }
  return looks.map(timesOf);
}

/** Per board, mean of many, without what happened in between; the processor's is what a busy machine cannot hide. */
async function boardCost(
  board: Watched | undefined,
  server: number,
  postgres: number,
  url: string,
): Promise<BoardCost> {
  if (!board) throw new Error('no board');
  const spent = { server: 0, postgres: 0, inside: 0 };
  for (let i = 0; i < LOOKS; i++) {
    await board.moveOn();
    await timeInside(url);
    const before = await readCpu(server, postgres);
    await board.ask();
    const took = cpuBetween(before, await readCpu(server, postgres));
    spent.server += took.server ?? Number.NaN;
    spent.postgres += took.postgres ?? Number.NaN;
    spent.inside += await timeInside(url);
  }
  const each = (seconds: number) => (seconds * 1000) / LOOKS;
  const processor = { server: each(spent.server), postgres: each(spent.postgres) };
  return { inDatabase: spent.inside / LOOKS, processor };
}

function timesOf(looks: readonly Timed<Board>[]): Omit<BoardTimes, keyof BoardCost> {
  const warm = looks.slice(1 + WARM_UP);
  const ms = warm.map((look) => look.ms);
  const database = warm.map((look) => look.database.ms);
  return {
    cold: looks[0]?.ms ?? Number.NaN,
    median: percentile(ms, 0.5),
    p95: percentile(ms, 0.95),
    askedMedian: percentile(database, 0.5),
    askedP95: percentile(database, 0.95),
  };
}
