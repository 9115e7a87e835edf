import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastBackup } from '#kernel/backup/last-backup.ts';
import { type CliConfig, ROOT } from './config.ts';
import { cliLog } from './log.ts';
import { firstDue, halves, namesToDrop, nextNight, nightlyName, type TimeOfDay } from './nightly-times.ts';
import type { Cli } from './verb.ts';

const RETRY_MS = 60 * 60_000;
/** So often it is looked whether it is time: a machine that slept or whose clock was put right is not missed. */
const LOOK_MS = 60_000;
/** Of what a failed backup said. */
const MOST_SAID = 2_000;

/**
 * While `start` runs: a backup each night into the folder of backups, of which the newest are kept. What fails is
 * logged and tried again in an hour. `signal` ends it, and one that is under way.
 */
export async function backUpEachNight(config: CliConfig, cli: Cli, signal: AbortSignal): Promise<void> {
  const { backupAt, dataFolder } = config;
  if (backupAt === null) return;
  const log = cliLog(cli);
  try {
    let due = firstDue(Date.now(), (await lastBackup(dataFolder))?.at ?? null, backupAt);
    for (;;) {
      while (Date.now() < due) {
        await sleep(Math.min(due - Date.now(), LOOK_MS), undefined, { signal, ref: false });
      }
      due = await tonight(config, cli, log, backupAt, signal);
    }
  } catch (error) {
    if (!signal.aborted) log.error({ reason: reasonOf(error) }, 'no further backups are made');
  }
}

/** One backup and the dropping of old ones. @returns when the next is due, epoch ms */
export async function tonight(
  config: CliConfig,
  cli: Cli,
  log: ReturnType<typeof cliLog>,
  at: TimeOfDay,
  signal: AbortSignal,
): Promise<number> {
  const { backupFolder, backupKeep } = config;
  try {
    await mkdir(backupFolder, { recursive: true, mode: 0o700 });
    const file = join(backupFolder, nightlyName(new Date()));
    await dropAll(backupFolder, halves);
    await runBackup(file, config, cli, signal);
    const dropped = await dropAll(backupFolder, (names) => namesToDrop(names, backupKeep));
    log.info({ file, dropped }, 'the nightly backup is made');
    return nextNight(Date.now(), at);
  } catch (error) {
    if (signal.aborted) throw error;
    log.error({ reason: reasonOf(error) }, 'the nightly backup failed; it is tried again in an hour');
    return Date.now() + RETRY_MS;
  }
}

async function dropAll(folder: string, which: (names: readonly string[]) => string[]): Promise<number> {
  const names = which(await readdir(folder));
  for (const name of names) await rm(join(folder, name));
  return names.length;
}

/** `concerto backup FILE` in a process of its own: gates do not wait while this one encrypts. */
function runBackup(file: string, { dataFolder }: CliConfig, cli: Cli, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'apps/cli/main.ts'), 'backup', file],
      {
        cwd: ROOT,
        env: { ...cli.env, CONCERTO_DATA: dataFolder },
        stdio: ['ignore', 'ignore', 'pipe'],
        signal,
      },
    );
    child.once('spawn', () => setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-MOST_SAID);
    });
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(said.trim() || `ended with ${status}`));
    });
  });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
