import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PROTOCOL } from '#kernel/sync/protocol.ts';
import type { LineFault } from './line.ts';
import type { FaultStage } from './stage.ts';

export interface Fault {
  readonly name: string;
  /** Strikes while phones push, and leaves everything as it must be to go on. */
  strike(stage: FaultStage): Promise<void>;
}

const HELD_MS = 700;
const DAY = 86_400_000;

const onTheLine = (name: string, fault: LineFault): Fault => ({
  name,
  async strike(stage) {
    stage.line.fault = fault;
    await stage.load();
    stage.line.fault = 'none';
  },
});

const ofPhones = (name: string, change: (stage: FaultStage) => void): Fault => ({
  name,
  async strike(stage) {
    change(stage);
    await stage.load();
    stage.phones.manner = {};
  },
});

/** As the owner, who is above every limit and may still say what the server is to be like. */
async function owner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const KILLS: readonly Fault[] = [
  {
    name: 'app killed',
    async strike(stage) {
      await stage.killApp();
      await stage.startApp();
    },
  },
  {
    name: 'Postgres killed',
    async strike(stage) {
      stage.killPostgres();
      await stage.startAll();
    },
  },
  {
    name: 'both killed',
    async strike(stage) {
      const ended = stage.killApp();
      stage.killPostgres();
      await ended;
      await stage.startAll();
    },
  },
];

const OF_POSTGRES: readonly Fault[] = [
  {
    name: 'Postgres restarted',
    async strike(stage) {
      await stage.stopPostgres();
      await stage.startAll();
    },
  },
  {
    name: 'out of connections',
    async strike(stage) {
      const taken: pg.Client[] = [];
      await owner(stage.url, async (client) => {
        await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'concerto'",
        );
        while (await takeOne(stage.url, taken));
        await sleep(HELD_MS);
      });
      await Promise.all(taken.map((client) => client.end()));
    },
  },
  {
    name: 'writes refused',
    strike: (stage) =>
      owner(stage.url, async (client) => {
        const set = async (to: string) => {
          await client.query(`alter system ${to}`);
          await client.query('select pg_reload_conf()');
        };
        await set('set default_transaction_read_only = on');
        await sleep(HELD_MS);
        await set('reset default_transaction_read_only');
      }),
  },
];

/** @returns whether there was still one to take */
async function takeOne(url: string, taken: pg.Client[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  // Ended by the server or by us: it only stood in the way.
  client.on('error', () => undefined);
  try {
    await client.connect();
    taken.push(client);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '53300') return false;
    throw error;
  }
}

const DISK_FULL: Fault = {
  name: 'disk full',
  async strike(stage) {
    stage.disk.full?.fill();
    await stage.load();
    await sleep(HELD_MS);
    stage.disk.full?.free();
    // Postgres ends when it cannot write its log; or it lived on, having refused what did not fit.
    stage.killPostgres();
    await stage.startAll();
  },
};

const ELSEWHERE: readonly Fault[] = [
  onTheLine('cut in mid-batch', 'cut-request'),
  onTheLine('cut before the answer', 'cut-answer'),
  onTheLine('late, twice, out of order', 'doubled'),
  ofPhones('clock wrong, offset known', ({ phones }) => {
    phones.manner = { clockBy: -3 * DAY, offset: 3 * DAY };
  }),
  ofPhones('clock ahead, offset unknown', ({ phones }) => {
    phones.manner = { clockBy: 3 * DAY, offset: null };
  }),
  ofPhones('app newer than server', ({ phones }) => {
    phones.manner = { protocol: PROTOCOL + 1 };
  }),
  ofPhones('app older than server', ({ phones }) => {
    phones.manner = { protocol: PROTOCOL - 1 };
  }),
];

/** In an order in which even a few rounds strike at each part. */
export function faultsFor(stage: FaultStage): readonly Fault[] {
  const some = stage.disk.full ? [...OF_POSTGRES, DISK_FULL] : OF_POSTGRES;
  const most = Math.max(KILLS.length, some.length, ELSEWHERE.length);
  return Array.from({ length: most }, (_, i) => [KILLS[i], ELSEWHERE[i], some[i]])
    .flat()
    .filter((fault) => fault !== undefined);
}
