import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asUser, type SystemUser } from '#kernel/db/embedded/system-user.ts';

/** `npm start` as people run it: one folder, processes that are stopped and killed, and what is there afterwards. */
const ROOT = resolve(import.meta.dirname, '../..');
const NOBODY: SystemUser = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
const people: [string, SystemUser | null][] = isRoot
  ? [
      ['root', null],
      ['an ordinary user', NOBODY],
    ]
  : [['an ordinary user', null]];

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  readonly setupLink: string | undefined;
  readonly seconds: number;
  readonly told: () => string;
  readonly ended: Promise<number | null>;
}

describe.each(people)('started by %s', (_who, user) => {
  let folder: string;
  const data = () => join(folder, 'data');
  const running = new Set<ChildProcess>();

  beforeAll(() => {
    // A folder that only its owner may enter, as `mktemp -d` makes it: root's server must pass through all the same.
    folder = mkdtempSync(join(tmpdir(), 'concerto-start-'));
    mkdirSync(join(folder, 'web'));
    if (user) chownSync(folder, user.uid, user.gid);
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    for (const pid of serversOn(data())) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(serversOn(data())).toEqual([]));
    rmSync(folder, { recursive: true, force: true });
  });

  /** Spawns `concerto start`; does not wait. */
  function launch() {
    const script = join(ROOT, 'apps/cli/main.ts');
    const call = asUser(user, process.execPath, ['--import', 'tsx', script, 'start', '--port', '0'], script);
    const child = spawn(call.program, call.args, {
      ...call.ids,
      cwd: ROOT,
      env: {
        ...process.env,
        LANG: 'en_US.UTF-8',
        LC_ALL: '',
        CONCERTO_DATA: data(),
        HOST: '127.0.0.1',
        DATABASE_URL: '',
        // The web build has tests of its own; an empty one starts as well.
        CONCERTO_WEB: join(folder, 'web'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      text += chunk;
    });
    const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
    return { child, ended, told: () => text };
  }

  async function start(): Promise<Started> {
    const begun = performance.now();
    const launched = launch();
    const address = await vi.waitFor(
      () => {
        const found = /runs at (\S+)/.exec(launched.told())?.[1];
        if (!found) throw new Error(`not up: ${launched.told()}`);
        return found;
      },
      { timeout: 30_000, interval: 20 },
    );
    const seconds = (performance.now() - begun) / 1000;
    return { ...launched, address, seconds, setupLink: /works once\): (\S+)/.exec(launched.told())?.[1] };
  }

  /** Sets the area up; the answer is the acknowledgement that must survive. */
  async function setUp({ address, setupLink }: Started): Promise<void> {
    const response = await fetch(`${address}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token: setupLink?.split('#')[1],
        areaName: '清源居民区',
        name: '王书记',
        phone: '19900000001',
        pin: '246810',
      }),
    });
    expect(response.status).toBe(200);
  }

  /** Straight from the database of the folder: the areas and how many commands their logs hold. */
  async function kept(): Promise<{ areas: string[]; commands: number }> {
    const { port, password } = JSON.parse(readFileSync(join(data(), 'database.json'), 'utf8'));
    const client = new pg.Client(`postgres://concerto:${password}@127.0.0.1:${port}/concerto`);
    await client.connect();
    const { rows: areas } = await client.query('select name from kernel.area');
    const { rows } = await client.query('select count(*)::int as n from kernel.command_log');
    await client.end();
    return { areas: areas.map((row) => row.name), commands: rows[0].n };
  }

  let before: { areas: string[]; commands: number };

  it('comes up on an empty folder after a start that was killed half-way, and stops on Ctrl-C', async () => {
    const first = launch();
    await vi.waitFor(() => expect(readdirSync(data()).join()).toContain('postgres.new-'), {
      timeout: 20_000,
      interval: 5,
    });
    first.child.kill('SIGKILL');
    await first.ended;

    const server = await start();
    expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
    expect(serversOn(data())).toHaveLength(1);
    await setUp(server);
    before = await kept();
    expect(before.areas).toEqual(['清源居民区']);
    expect(before.commands).toBeGreaterThan(0);

    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(serversOn(data())).toEqual([]);
  });

  it('refuses a second start on the folder and leaves the first in peace', async () => {
    const first = await start();
    console.error(`second start: ${first.seconds.toFixed(1)} s`);
    const second = launch();
    expect(await second.ended).toBe(1);
    expect(second.told()).toContain('Another Concerto runs on this data folder');
    expect((await fetch(`${first.address}/api/health`)).status).toBe(200);
    expect(serversOn(data())).toHaveLength(1);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  it('takes over the database when only the app was killed', async () => {
    const first = await start();
    const [server] = serversOn(data());
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await start();
    expect(second.told()).toContain('Took over the database');
    expect(serversOn(data())).toEqual([server]);
    expect(second.setupLink).toBeUndefined();
    expect(await kept()).toEqual(before);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(serversOn(data())).toEqual([]);
  });

  it('ends when the database was killed, and the next start finds everything', async () => {
    const first = await start();
    for (const pid of serversOn(data())) process.kill(pid, 'SIGKILL');
    expect(await first.ended).toBe(1);
    expect(first.told()).toContain('The database ended');
    const second = await start();
    expect(serversOn(data())).toHaveLength(1);
    expect(await kept()).toEqual(before);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('finds everything after both were killed', async () => {
    const first = await start();
    const servers = serversOn(data());
    first.child.kill('SIGKILL');
    for (const pid of servers) process.kill(pid, 'SIGKILL');
    await first.ended;
    const second = await start();
    expect(serversOn(data())).toHaveLength(1);
    expect(await kept()).toEqual(before);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(serversOn(data())).toEqual([]);
  });
});

/** Pids of the Postgres servers started on that data folder; their own children are not counted. */
function serversOn(dataFolder: string): number[] {
  const folder = join(dataFolder, 'postgres');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [program, flag, at] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return program?.endsWith('/postgres') === true && flag === '-D' && at === folder;
      } catch {
        return false;
      }
    });
}
