import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../pool.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { declareReady, freshFolder, isReady } from './fresh-cluster.ts';
import { findPostmaster } from './postmaster.ts';

let root: string;
let dataFolder: string;
const started: EmbeddedServer[] = [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'concerto-embedded-'));
  dataFolder = join(root, 'data');
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  rmSync(root, { recursive: true, force: true });
});

async function start(join = false): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataFolder, durable: false, join });
  started.push(server);
  return server;
}

async function stop(server: EmbeddedServer): Promise<void> {
  started.splice(started.indexOf(server), 1);
  await server.stop();
}

async function ask(url: string, text: string): Promise<unknown> {
  const db = openDatabase(url, { role: 'owner', maxConnections: 1 });
  const { rows } = await sql<{ answer: unknown }>`select ${sql.raw(text)} as answer`.execute(db);
  await db.destroy();
  return rows[0]?.answer;
}

/** Pages of memory that the system had to hand to a process: tenth field of /proc/PID/stat, the eighth behind its name. */
function faultsOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[7]);
}

describe('the embedded server', () => {
  it('keeps its secrets to its owner and listens on loopback only', async () => {
    const server = await start();
    expect(statSync(join(dataFolder, 'database.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataFolder, 'postgres')).mode & 0o777).toBe(0o700);
    expect(await ask(server.url, "current_setting('listen_addresses')")).toBe('127.0.0.1');
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await expect(ask(wrong.href, '1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('writes no statement, value or detail of an error to its log', async () => {
    const server = await start();
    await expect(ask(server.url, "1 / length('') + length('王书记')")).rejects.toThrow();
    const log = readFileSync(join(dataFolder, 'postgres.log'), 'utf8');
    expect(log).toContain('division by zero');
    expect(log).not.toContain('王书记');
  });

  it('is durable unless a test says otherwise', async () => {
    const server = await startEmbedded({ dataFolder });
    started.push(server);
    expect(await ask(server.url, "current_setting('fsync')")).toBe('on');
    expect(await ask(server.url, "current_setting('synchronous_commit')")).toBe('on');
  });

  it.runIf(process.platform === 'linux')('keeps the memory of one count for the next', async () => {
    const server = await start();
    const db = openDatabase(server.url, { role: 'owner', maxConnections: 1 });
    const count = sql`select count(*) from (select distinct md5(n::text)::uuid from generate_series(1, 25000) n) as d`;
    for (let i = 0; i < 3; i++) await count.execute(db);
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    const before = faultsOf(rows[0]?.pid);
    await count.execute(db);
    expect(faultsOf(rows[0]?.pid) - before).toBeLessThan(100);
    await db.destroy();
  });

  it('is refused to a second holder of the folder, and lent to a guest who leaves it running', async () => {
    const first = await start();
    await expect(startEmbedded({ dataFolder })).rejects.toMatchObject({
      kind: { code: 'db.already-running' },
    });
    const guest = await startEmbedded({ dataFolder, join: true });
    expect(guest.pid).toBe(first.pid);
    expect(await ask(guest.url, '1')).toBe(1);
    await guest.stop();
    expect(await ask(first.url, '1')).toBe(1);
  });

  it('is waited for where whoever holds it will let go, e.g. a guest who found nobody', async () => {
    const first = await start();
    const waiting = startEmbedded({ dataFolder, durable: false, waitMs: 60_000 });
    await stop(first);
    const second = await waiting;
    started.push(second);
    expect(await ask(second.url, '1')).toBe(1);
  });

  it('is no matter for a guest while it is being made anew', async () => {
    await stop(await start());
    mkdirSync(freshFolder(dataFolder));
    await declareReady(dataFolder);
    await expect(startEmbedded({ dataFolder, join: true })).rejects.toMatchObject({
      kind: { code: 'db.being-made-anew' },
    });
    expect(isReady(dataFolder)).toBe(true);
    await start();
    expect(isReady(dataFolder)).toBe(false);
  });

  it('gives two starts at once on an empty folder one server and one holder', async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: { code: 'db.already-running' } },
    });
  });

  it('keeps its port, and moves when another program took it', async () => {
    const first = await start();
    const port = new URL(first.url).port;
    await stop(first);
    const again = await start();
    expect(new URL(again.url).port).toBe(port);
    await stop(again);

    const other = createServer().listen(Number(port), '127.0.0.1');
    const moved = await start();
    expect(new URL(moved.url).port).not.toBe(port);
    expect(await ask(moved.url, '1')).toBe(1);
    other.close();
  });

  it('tells when it was killed, and comes back with what was committed', async () => {
    const first = await startEmbedded({ dataFolder });
    const db = openDatabase(first.url, { role: 'owner', maxConnections: 1 });
    await sql`create table kept (n int4); insert into kept values (42)`.execute(db);
    process.kill(first.pid, 'SIGKILL');
    await first.lost;
    await db.destroy();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, '(select n from kept)')).toBe(42);
  });

  it('takes a file left by a killed server for no server, even when its pid lives on as another', async () => {
    const first = await start();
    const folder = join(dataFolder, 'postgres');
    const left = readFileSync(join(folder, 'postmaster.pid'), 'utf8');
    await stop(first);
    writeFileSync(join(folder, 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)));
    expect(await findPostmaster(folder)).toBeNull();
  });

  it('names a folder it may not use', async () => {
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, 'data'), 'a file');
    await expect(start()).rejects.toMatchObject({ kind: { code: 'db.folder-not-ours' } });
  });

  it('works below a folder that only root may enter', async () => {
    chmodSync(root, 0o700);
    const server = await start();
    expect(await ask(server.url, '1')).toBe(1);
    expect(existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))).toBe(true);
  });
});
