import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { type EmbeddedServer, startEmbedded } from '#kernel/db/embedded/embedded.ts';
import { migrate } from '#kernel/db/migrate.ts';
import type { Phone } from '../../../bench/push/load.ts';
import { joinPhone, Line as PeopleLine } from '../../../bench/push/phone.ts';
import { type BenchServer, startBenchServer } from '../../../bench/push/server.ts';
import { type BenchArea, makeArea } from '../../../bench/push/set-up.ts';
import { type Line, openLine } from './line.ts';
import { killPostgres } from './processes.ts';
import { type Disk, openDisk } from './small-disk.ts';
import { StubbornPhones } from './stubborn-phones.ts';

/** A server that is hit on purpose complains a lot; `error` shows of what. */
const LOG_LEVEL = process.env.CONCERTO_FAULT_LOG ?? 'silent';
const PHONES = 6;
const PEOPLE = 1_500;
/** A fault comes at the latest after so many commands, so that the people last. */
const AT_MOST = 1_500;
/** For a hung phone to be named, not for how fast a recovery is. */
const PATIENCE_MS = 120_000;

/** Postgres, the app and phones at work, each of which can be struck. */
export class FaultStage {
  private constructor(
    readonly random: () => number,
    readonly disk: Disk,
    readonly area: BenchArea,
    readonly line: Line,
    readonly phones: StubbornPhones,
    private readonly running: { postgres: EmbeddedServer; app: BenchServer | null },
  ) {}

  static async open(rounds: number, random: () => number): Promise<FaultStage> {
    const disk = await openDisk();
    const postgres = await startEmbedded({ dataFolder: disk.folder, durable: true });
    await migrate(postgres.url, migrations);
    const area = await anArea(postgres.url, disk.folder, rounds);
    const app = await startBenchServer(postgres.url, disk.folder, LOG_LEVEL);
    const running: { postgres: EmbeddedServer; app: BenchServer | null } = { postgres, app };
    const people = new PeopleLine(area);
    const joined: Phone[] = [];
    for (let i = 0; i < PHONES; i++) joined.push(await joinPhone(app.address, area, people, i));
    const line = await openLine(() => running.app?.address ?? 'http://127.0.0.1:1', random);
    const phones = new StubbornPhones(joined, () => line.address);
    const stage = new FaultStage(random, disk, area, line, phones, running);
    await stage.allHeard();
    return stage;
  }

  get url(): string {
    return this.running.postgres.url;
  }

  /** Phones push for a moment. */
  async load(): Promise<void> {
    const before = this.phones.acknowledged.length;
    this.phones.hurry(AT_MOST);
    const end = performance.now() + 100 + this.random() * 900;
    while (performance.now() < end && this.phones.acknowledged.length < before + AT_MOST) await sleep(1);
  }

  allHeard(): Promise<void> {
    return this.phones.allHeard(PATIENCE_MS);
  }

  async killApp(): Promise<void> {
    const { app } = this.running;
    this.running.app = null;
    await app?.kill();
  }

  killPostgres(): void {
    killPostgres(this.running.postgres.pid);
  }

  stopPostgres(): Promise<void> {
    return this.running.postgres.stop();
  }

  /** Starts what does not run; an app that lived on goes on by itself, but it knows one address of Postgres only. */
  async startAll(): Promise<void> {
    const { url } = this.running.postgres;
    this.running.postgres = await startEmbedded({ dataFolder: this.disk.folder, durable: true });
    await this.startApp(url);
  }

  async startApp(knows = this.url): Promise<void> {
    if (this.running.app && knows !== this.url) await this.killApp();
    this.running.app ??= await startBenchServer(this.url, this.disk.folder, LOG_LEVEL);
  }

  async close(): Promise<void> {
    await this.line.close();
    await this.killApp();
    await this.running.postgres.stop();
    await this.disk.remove();
  }
}

async function anArea(databaseUrl: string, dataFolder: string, rounds: number): Promise<BenchArea> {
  const house = await openHouse({ databaseUrl, dataFolder, log: pino({ level: 'error' }) });
  try {
    return await makeArea(house, 'Faults', { people: PEOPLE, rounds: 1 + 3 * rounds, phones: PHONES });
  } finally {
    await house.close();
  }
}
