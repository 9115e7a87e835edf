import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BackupsDoor, ClosingHelp } from '#core/closing/module.ts';
import { lastBackup, noteBackup } from '#kernel/backup/last-backup.ts';
import { makeBackup } from '#kernel/backup/make-backup.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';
import { recipientsOf, sourceOf } from './backup-house.ts';
import type { CliConfig } from './config.ts';
import { halves, isNightly, nightlyName } from './nightly-times.ts';

/**
 * What this process does for a closing.
 * @param freshen asked for when the embedded database is to be made anew
 * @param times `retryMs` for a process that stays
 */
export const closingHelp = (
  config: CliConfig,
  databaseUrl: string,
  freshen: () => void,
  times: Pick<ClosingHelp, 'graceMs' | 'retryMs'>,
): ClosingHelp => ({
  freshen: config.databaseUrl === null ? freshen : null,
  backups: backupsOf(config, databaseUrl),
  ...times,
});

/** Written beside the others until they are gone. */
const BESIDE = 'after-closing.age';

/**
 * Each backup holds every area: those in the folder of backups go once one without the closed area is made and whole.
 * Where there were none, none is made. One that was made to another place is named.
 */
const backupsOf = (config: CliConfig, databaseUrl: string): BackupsDoor => ({
  async prepare() {
    const { backupFolder, dataFolder } = config;
    const names = (await readdir(backupFolder).catch(noSuchFile)) ?? [];
    const destroyed = [...names.filter(isNightly), ...halves(names)];
    const last = await lastBackup(dataFolder);
    const isElsewhere =
      last !== null && resolve(dirname(last.file)) !== backupFolder && existsSync(last.file);
    const elsewhere = isElsewhere ? last.file : null;
    if (destroyed.length === 0) return { destroyed, made: null, elsewhere };
    await mkdir(backupFolder, { recursive: true, mode: 0o700 });
    const beside = join(backupFolder, BESIDE);
    await rm(beside, { force: true });
    await makeBackup(sourceOf(config, databaseUrl), await recipientsOf(config), beside);
    return { destroyed, made: nightlyName(new Date()), elsewhere };
  },

  async replace({ destroyed, made }) {
    const { backupFolder, dataFolder } = config;
    const beside = join(backupFolder, BESIDE);
    if (made === null || !existsSync(beside)) return;
    for (const name of destroyed) await rm(join(backupFolder, name), { force: true });
    const file = join(backupFolder, made);
    const { mtime, size } = await stat(beside);
    await noteBackup(dataFolder, file, { madeAt: mtime.toISOString(), bytes: size });
    await rename(beside, file);
  },
});
