import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type LastBackup, lastBackup } from '#kernel/backup/last-backup.ts';
import { keyInHouse } from '#kernel/backup/recipients.ts';
import { sizeOf } from './backup.ts';
import type { CliConfig } from './config.ts';
import type { Check } from './doctor-check.ts';
import type { Cli } from './verb.ts';

const HOUR_MS = 3_600_000;
/** A night, and two hours for it. */
const FRESH_MS = 26 * HOUR_MS;
/** Somebody would have noticed by now that no backup is made. */
const STALE_MS = 72 * HOUR_MS;
/** Room for the next backups, as many times the last. */
const ROOM = 3;

/** Whether backups are made, have room, and open with a key that does not lie with them. */
export async function backupChecks(config: CliConfig, cli: Cli, now = Date.now()): Promise<Check[]> {
  const last = await lastBackup(config.dataFolder);
  return [ageCheck(last, now, cli), await roomCheck(config, last, cli), await keyCheck(config, cli)];
}

function ageCheck(last: LastBackup | null, now: number, cli: Cli): Check {
  const name = 'backup';
  if (!last) return { name, ok: true, warning: true, detail: cli.t('detail.no-backup') };
  const age = now - last.at;
  const detail = cli.t('detail.backup', {
    hours: Math.max(0, Math.round(age / HOUR_MS)),
    size: sizeOf(last.bytes),
    file: last.file,
  });
  return { name, ok: age <= STALE_MS, warning: age > FRESH_MS, detail };
}

/** Where the folder is not made yet, that which it will be made in is asked. */
async function roomCheck({ backupFolder }: CliConfig, last: LastBackup | null, cli: Cli): Promise<Check> {
  let folder = backupFolder;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const detail = cli.t('detail.backup-room', { folder: backupFolder, size: sizeOf(free) });
  return { name: 'backup-room', ok: free >= ROOM * (last?.bytes ?? 0), detail };
}

async function keyCheck({ dataFolder, backupRecipients }: CliConfig, cli: Cli): Promise<Check> {
  const here = !backupRecipients && (await keyInHouse(dataFolder)) !== null;
  return {
    name: 'backup-key',
    ok: true,
    warning: here,
    detail: here ? cli.t('detail.backup-key-here') : '',
  };
}
