import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { ChainFindings } from '#kernel/command/server/chain.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { seededRandom } from '#kernel/time-id/random.ts';
import type { Phone } from '../../bench/push/load.ts';
import { joinPhone, Line } from '../../bench/push/phone.ts';
import { type BenchServer, startBenchServer } from '../../bench/push/server.ts';
import { type BenchArea, makeArea } from '../../bench/push/set-up.ts';
import { verify } from '../../bench/push/verify.ts';
import { chainOf } from './support/chain.ts';
import { killPostgres } from './support/processes.ts';
import { StubbornPhones } from './support/stubborn-phones.ts';

/** Nothing acknowledged is lost or doubled when the app, Postgres or both are killed under load. */
const ROUNDS = Number(process.env.CONCERTO_FAULT_ROUNDS ?? 3);
const SEED = Number(process.env.CONCERTO_FAULT_SEED ?? Date.now() % 1_000_000);
const PHONES = 6;
const PEOPLE = 1_500;
/** A kill comes at the latest after so many commands, so that the people last. */
const AT_MOST = 1_500;
const TARGETS = ['app', 'postgres', 'both'] as const;
type Target = (typeof TARGETS)[number];
/** For a hung phone to be named, not for how fast a recovery is. */
const PATIENCE_MS = 60_000;

interface Round {
  readonly killed: Target;
  readonly batchesUnderWay: number;
  readonly acknowledged: number;
  readonly already: number;
  readonly recoveryMs: number;
}

describe(`${ROUNDS} kills under load, seed ${SEED}`, () => {
  const random = seededRandom(SEED);
  const rounds: Round[] = [];
  let dataFolder: string;
  let postgres: EmbeddedServer;
  let server: BenchServer | null = null;
  let area: BenchArea;
  let phones: StubbornPhones;
  let chain: ChainFindings;

  beforeAll(
    async () => {
      dataFolder = await mkdtemp(join(tmpdir(), 'concerto-kill-'));
      postgres = await startEmbedded({ dataFolder, durable: true });
      await migrate(postgres.url, migrations);
      area = await anArea();
      let up = await startBenchServer(postgres.url, dataFolder, 'fatal');
      server = up;
      const line = new Line(area);
      const joined: Phone[] = [];
      for (let i = 0; i < PHONES; i++) joined.push(await joinPhone(up.address, area, line, i));
      phones = new StubbornPhones(joined, () => up.address);
      await phones.allHeard(PATIENCE_MS);

      // Each target in turn, from a random one on, so that even a short run kills all three ways.
      const first = Math.floor(random() * TARGETS.length);
      for (let i = 0; i < ROUNDS; i++) {
        const killed = TARGETS[(first + i) % TARGETS.length] ?? 'both';
        await load(100 + random() * 900);
        const batchesUnderWay = phones.underWay;
        const begun = performance.now();
        const ended = killed === 'postgres' ? null : up.kill();
        if (killed !== 'app') killPostgres(postgres.pid);
        await ended;
        const { url } = postgres;
        if (killed !== 'app') postgres = await startEmbedded({ dataFolder, durable: true });
        // An app that lived on goes on by itself, but it knows one address of Postgres only.
        const moved = ended === null && postgres.url !== url;
        if (moved) await up.kill();
        if (moved || ended) {
          server = null;
          up = await startBenchServer(postgres.url, dataFolder, 'fatal');
          server = up;
        }
        await phones.allHeard(PATIENCE_MS);
        const recoveryMs = Math.round(performance.now() - begun);
        const { already, acknowledged } = phones;
        rounds.push({ killed, batchesUnderWay, acknowledged: acknowledged.length, already, recoveryMs });
      }
      await phones.stop();
      chain = await chainOf(postgres.url, area.areaId);
      console.error(report());
    },
    120_000 + ROUNDS * PATIENCE_MS,
  );

  afterAll(async () => {
    await server?.kill();
    await postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });

  async function anArea(): Promise<BenchArea> {
    const log = pino({ level: 'error' });
    const house = await openHouse({ databaseUrl: postgres.url, dataFolder, log });
    try {
      return await makeArea(house, 'Kill', { people: PEOPLE, rounds: 1 + 2 * ROUNDS, phones: PHONES });
    } finally {
      await house.close();
    }
  }

  function report(): string {
    const columns = ['killed', 'batchesUnderWay', 'acknowledged', 'already', 'recoveryMs'] as const;
    const lines = [columns, ...rounds.map((round) => columns.map((column) => String(round[column])))];
    const table = lines.map((line) => line.map((cell) => cell.padStart(16)).join(''));
    const told = `seed ${SEED}; failed pushes: ${phones.told()}; ${chain.version} versions, ${chain.seals} seals`;
    return [told, ...table].join('\n');
  }

  async function load(ms: number): Promise<void> {
    const before = phones.acknowledged.length;
    const end = performance.now() + ms;
    while (performance.now() < end && phones.acknowledged.length < before + AT_MOST) await sleep(1);
  }

  it('killed while batches were under way, and every phone went on', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.some((round) => round.batchesUnderWay > 0)).toBe(true);
    expect(phones.failures.size).toBeGreaterThan(0);
    expect(phones.ranOut).toBe(false);
  });

  it('lost and doubled nothing that was acknowledged', async () => {
    const { acknowledged } = phones;
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(await verify(postgres.url, acknowledged)).toEqual({ found: acknowledged.length, doubled: 0 });
  });

  it('refused nothing for the sake of a kill, and asked nobody to sign in again', () => {
    expect(phones.refused).toEqual([]);
    expect([...phones.failures.keys()].filter((what) => what.startsWith('4'))).toEqual([]);
  });

  it('left the log without a gap, each seal fitting its rows', () => {
    expect(chain.faults).toEqual([]);
    expect(chain.version).toBeGreaterThan(phones.acknowledged.length);
  });

  it('would have noticed: one row taken out of the log is a lost command, a gap and a broken seal', async () => {
    const { acknowledged } = phones;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      const samples = "select count(*)::int as n from kernel.command_log where kind = 'testing.sample'";
      expect((await client.query(samples)).rows).toEqual([{ n: acknowledged.length }]);
      await client.query('set session_replication_role = replica');
      const one = acknowledged[Math.floor(acknowledged.length / 2)];
      await client.query('delete from kernel.command_log where command_id = $1', [one]);
    } finally {
      await client.end();
    }
    expect(await verify(postgres.url, acknowledged)).toEqual({ found: acknowledged.length - 1, doubled: 0 });
    const { faults } = await chainOf(postgres.url, area.areaId);
    expect(faults.join()).toMatch(/a gap after version \d+,seal \d+ does not fit its rows/);
  });
});
