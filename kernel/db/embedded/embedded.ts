import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemError } from '../../problem/problem.ts';
import { dbProblems } from '../problems.ts';
import { readOrMakeAccess, type ServerAccess, withFreePort } from './access-file.ts';
import { embeddedBinaries, type PostgresBinaries } from './binaries.ts';
import { createCluster, SUPERUSER } from './create-cluster.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { isReady, takeFreshIn } from './fresh-cluster.ts';
import { findPostmaster, killPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts';
import { serverEnvironment, serverSettings } from './settings.ts';
import { asUser, type SystemUser, serverUser } from './system-user.ts';

export interface EmbeddedOptions {
  /** Holds `postgres/`, `postgres.log` and `database.json`; made when missing. */
  readonly dataFolder: string;
  /** Another PostgreSQL than the one that npm brings. */
  readonly binaries?: PostgresBinaries;
  /** False only for tests: no fsync. */
  readonly durable?: boolean;
  /** More settings by name, for benches that look inside. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Use the server of a Concerto that runs on the folder, instead of refusing: for verbs beside `start`. */
  readonly join?: boolean;
  /** How long another may go on holding the folder before this one is refused. */
  readonly waitMs?: number;
}

export interface EmbeddedServer {
  /** The owner's URL of the database `concerto`. */
  readonly url: string;
  readonly pid: number;
  /** True when the server had outlived an earlier app. */
  readonly adopted: boolean;
  /** Settles when the server ends without `stop` having been called. */
  readonly lost: Promise<void>;
  /** Ends open sessions, writes a checkpoint, waits. Once is enough. */
  stop(): Promise<void>;
}

/** How long a server may take to answer or to stop before it is taken for hung. */
const PATIENCE_MS = 20_000;
/**
 * Backends of a killed server hold its memory for a moment, and a start meanwhile is refused by Postgres; a server
 * found in recovery may need minutes.
 */
const START_WITHIN_MS = 300_000;
const RETRY_MS = 250;

/**
 * Starts, or takes over, the one server of a data folder, and holds the folder for this process.
 * @throws `db.already-running` when another Concerto holds the folder; with `join` `db.being-made-anew` while new data are
 * about to take the old ones' place, which is for whoever made them; `db.folder-not-ours`, `db.embedded-failed`,
 * `db.system-user-missing`
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dataFolder = await ownFolder(options.dataFolder);
  if (options.join && isReady(dataFolder))
    throw new ProblemError(dbProblems['being-made-anew'], { folder: dataFolder });
  await takeFreshIn(dataFolder);
  const waitUntil = Date.now() + (options.waitMs ?? 0);
  const folder = join(dataFolder, 'postgres');
  const user = serverUser(folder);
  const binaries = options.binaries ?? embeddedBinaries();
  const accessFile = join(dataFolder, 'database.json');
  const durable = options.durable ?? true;
  const settings = serverSettings(durable, options.settings);
  let access = await readOrMakeAccess(accessFile);
  if (!existsSync(folder)) await createCluster(binaries, folder, access.password, user, durable);

  let launches = 0;
  for (const end = Date.now() + START_WITHIN_MS; Date.now() < end && launches < 40; await sleep(RETRY_MS)) {
    const running = await findPostmaster(folder);
    if (running && !running.ready) continue;
    if (running) {
      const held = await holdServer(running, access);
      if (held === 'held-by-another') {
        if (options.join) return guestOf(running, access);
        if (Date.now() < waitUntil) continue;
        throw new ProblemError(dbProblems['already-running'], { folder: dataFolder });
      }
      if (held) return serverOf(held, running.pid, { ...access, port: running.port }, true);
      continue;
    }
    access = await withFreePort(accessFile, access);
    launches++;
    const pid = await launch(binaries, folder, dataFolder, access, user, settings);
    const held = pid === null ? null : await holdServer({ pid, port: access.port }, access);
    if (pid !== null && held && held !== 'held-by-another') return serverOf(held, pid, access, false);
  }
  throw failed('the server did not start; see postgres.log in the data folder');
}

async function ownFolder(path: string): Promise<string> {
  try {
    // Root's server runs as another user, who must pass through; the files inside have their own modes.
    await mkdir(path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    return await realpath(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ProblemError(dbProblems['folder-not-ours'], { folder: path, reason: code });
  }
}

/**
 * Locks a server that runs. One that answers nobody is stopped, so that the caller starts it anew.
 * @returns null when there is no such server any more
 */
async function holdServer(
  server: Pick<Postmaster, 'pid' | 'port'>,
  access: ServerAccess,
): Promise<FolderLock | 'held-by-another' | null> {
  const lock = await lockFolder(urlOf({ ...access, port: server.port }, 'postgres'), PATIENCE_MS);
  if (lock === 'no-answer') {
    if (!(await stopPostmaster(server.pid, PATIENCE_MS))) await killPostmaster(server.pid);
    return null;
  }
  return lock;
}

/** @returns its pid once it accepts connections, null when it ended before */
async function launch(
  binaries: PostgresBinaries,
  folder: string,
  dataFolder: string,
  access: ServerAccess,
  user: SystemUser | null,
  settings: readonly string[],
): Promise<number | null> {
  const log = openSync(join(dataFolder, 'postgres.log'), 'a', 0o600);
  const call = asUser(
    user,
    binaries.postgres,
    ['-D', folder, '-p', String(access.port), ...settings],
    folder,
  );
  // Its own process group: Ctrl-C in a terminal reaches the app first, which then stops the server in order.
  const child = spawn(call.program, call.args, {
    ...call.ids,
    env: { ...process.env, ...serverEnvironment },
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  child.unref();
  // Recovery after a crash may take long; as long as the process lives it is waited for.
  while (!ended) {
    const found = await findPostmaster(folder);
    if (found?.ready && found.pid === child.pid) return found.pid;
    await sleep(20);
  }
  return null;
}

async function serverOf(
  lock: FolderLock,
  pid: number,
  access: ServerAccess,
  adopted: boolean,
): Promise<EmbeddedServer> {
  await lock.ensureDatabase('concerto');
  let stopped = false;
  return {
    url: urlOf(access, 'concerto'),
    pid,
    adopted,
    lost: lock.lost,
    stop: async () => {
      // Stopped before, when its data were made anew: the pid may be another's by now.
      if (stopped) return;
      stopped = true;
      await lock.release();
      if (!(await stopPostmaster(pid, PATIENCE_MS))) throw failed('the server did not stop');
    },
  };
}

/** A server that another process holds: it is neither watched nor stopped from here. */
function guestOf(running: Postmaster, access: ServerAccess): EmbeddedServer {
  return {
    url: urlOf({ ...access, port: running.port }, 'concerto'),
    pid: running.pid,
    adopted: true,
    lost: new Promise<void>(() => undefined),
    stop: async () => undefined,
  };
}

function urlOf(access: ServerAccess, database: string): string {
  return `postgres://${SUPERUSER}:${access.password}@127.0.0.1:${access.port}/${database}`;
}

const failed = (reason: string): ProblemError => new ProblemError(dbProblems['embedded-failed'], { reason });
