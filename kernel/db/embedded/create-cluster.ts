import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ProblemError } from '../../problem/problem.ts';
import { dbProblems } from '../problems.ts';
import type { PostgresBinaries } from './binaries.ts';
import { asUser, type SystemUser } from './system-user.ts';

const execute = promisify(execFile);

/** The server's superuser, which migrates; the app's connections take on `concerto_app`. */
export const SUPERUSER = 'concerto';

/**
 * Makes `folder` a new Postgres data folder. It is made beside its place and moved there when whole: a start that
 * was killed half-way leaves no half folder, and of two starts at once one moves its own in, the other drops it.
 */
export async function createCluster(
  binaries: PostgresBinaries,
  folder: string,
  password: string,
  user: SystemUser | null,
  durable: boolean,
): Promise<void> {
  const workshop = await mkdtemp(`${folder}.new-`);
  try {
    const passwordFile = join(workshop, 'password');
    const made = join(workshop, 'data');
    await writeFile(passwordFile, password, { mode: 0o600 });
    await mkdir(made, { mode: 0o700 });
    if (user) for (const path of [workshop, passwordFile, made]) await chown(path, user.uid, user.gid);
    await runInitdb(binaries, made, passwordFile, user, durable);
    await moveIn(made, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function runInitdb(
  binaries: PostgresBinaries,
  made: string,
  passwordFile: string,
  user: SystemUser | null,
  durable: boolean,
): Promise<void> {
  const call = asUser(
    user,
    binaries.initdb,
    [
      `--pgdata=${made}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // One order of text on every machine and Postgres version: by code point.
      '--no-locale',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ],
    made,
  );
  try {
    await execute(call.program, call.args, { ...call.ids, cwd: '/' });
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new ProblemError(dbProblems['embedded-failed'], { reason: told.trim().slice(-500) });
  }
}

async function moveIn(made: string, folder: string): Promise<void> {
  try {
    await rename(made, folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}
