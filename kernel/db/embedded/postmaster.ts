import { readFileSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noSuchFile } from '../../no-such-file.ts';

/** The server that says it serves a folder: `postmaster.pid`, written by Postgres itself. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Accepts connections, as it said last. */
  readonly ready: boolean;
}

/** The live server on that folder, or null. A file left by a killed server, its pid perhaps reused, is no server. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(noSuchFile);
  if (!text) return null;
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  if (!pid || !(await isPostgresIn(pid, folder))) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
}

/** Asks a server to end its sessions and stop, and waits until it has. False when it has not after `timeoutMs`. */
export async function stopPostmaster(pid: number, timeoutMs: number): Promise<boolean> {
  signal(pid, 'SIGINT');
  return waitForEnd(pid, timeoutMs);
}

/** For a server that hears nothing any more: crash recovery at the next start brings back all that was committed. */
export async function killPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, 10_000);
}

async function waitForEnd(pid: number, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) if (!isAlive(pid)) return true;
  return !isAlive(pid);
}

/** A process that has ended but was not yet collected by its parent is dead. */
function isAlive(pid: number): boolean {
  if (!signal(pid, 0)) return false;
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !['Z', 'X'].includes(stat.charAt(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}

function signal(pid: number, what: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, what);
  } catch (error) {
    // EPERM: alive, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Postgres makes its folder the working directory, which the kernel tells; elsewhere only the pid is left to trust. */
async function isPostgresIn(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const at = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (at !== null) return at === folder;
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(noSuchFile);
  return name?.trim() === 'postgres';
}
