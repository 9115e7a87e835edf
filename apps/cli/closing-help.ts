import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BackupsDoor, ClosingHelp } from '#core/closing/module.ts';
import { makeBackup } from '#kernel/backup/make-backup.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';
import { lastBackup, noteBackup, recipientsOf, sourceOf } from './backup-house.ts';
import type { CliConfig } from './config.ts';
import { halves, isNightly, nightlyName } from './nightly-times.ts';

/** What this process does for a closing. @param freshen asked for when the embedded database is to be made anew */
export const closingHelp = (
  config: CliConfig,
  databaseUrl: string,
  freshen: () => void,
  graceMs?: number,
): ClosingHelp => ({
  freshen: config.databaseUrl === null ? freshen : null,
  backups: { renew: () => renewBackups(config, databaseUrl) },
  ...(graceMs === undefined ? {} : { graceMs }),
});

/**
 * Each backup holds every area: those in the folder of backups are deleted once one without the closed area is made
 * and whole. Where there were none, none is made. One that was made to another place is named.
 */
async function renewBackups(config: CliConfig, databaseUrl: string): ReturnType<BackupsDoor['renew']> {
  const { backupFolder, dataFolder } = config;
  const names = (await readdir(backupFolder).catch(noSuchFile)) ?? [];
  const standing = [...names.filter(isNightly), ...halves(names)];
  const last = await lastBackup(dataFolder);
  const isElsewhere = last !== null && resolve(dirname(last.file)) !== backupFolder && existsSync(last.file);
  const elsewhere = isElsewhere ? last.file : null;
  if (standing.length === 0) return { destroyed: [], made: null, elsewhere };
  await mkdir(backupFolder, { recursive: true, mode: 0o700 });
  const beside = join(backupFolder, 'after-closing.age');
  await rm(beside, { force: true });
  const made = await makeBackup(sourceOf(config, databaseUrl), await recipientsOf(config), beside);
  for (const name of standing) await rm(join(backupFolder, name));
  const name = nightlyName(new Date());
  await rename(beside, join(backupFolder, name));
  await noteBackup(dataFolder, join(backupFolder, name), made);
  return { destroyed: standing, made: name, elsewhere };
}
