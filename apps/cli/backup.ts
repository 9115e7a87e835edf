import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBackup } from '#kernel/backup/make-backup.ts';
import type { BackupSummary } from '#kernel/backup/manifest.ts';
import '#kernel/backup/messages/index.ts';
import { noteBackup } from '#kernel/backup/last-backup.ts';
import { keyInHouse } from '#kernel/backup/recipients.ts';
import { recipientsOf, sourceOf } from './backup-house.ts';
import { readConfig } from './config.ts';
import { withDatabase } from './database.ts';
import { seconds } from './greet.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

/** `concerto backup FILE`: everything into one encrypted file, beside a running `start` or without one. */
export const backupVerb: Verb = {
  async run(args, cli) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [given, ...rest] = positionals;
    if (!given || rest.length > 0) throw new UsageError(cli.t('verb.backup'));
    const file = resolve(given);
    const config = readConfig(cli);
    const begun = performance.now();
    await withDatabase(config, true, async (url) => {
      cli.say(cli.t('backup-begun'));
      const made = await makeBackup(sourceOf(config, url), await recipientsOf(config), file);
      await noteBackup(config.dataFolder, file, made);
      const { rows, tables, files, keys, areas } = made;
      cli.say(cli.t('backup-made', { file, size: sizeOf(made.bytes), seconds: seconds(begun) }));
      cli.say(cli.t('backup-holds', { areas, rows, tables, files, keys }));
    });
    if (!config.backupRecipients && (await keyInHouse(config.dataFolder))) {
      cli.say(cli.t('backup-key-here'));
    }
    return 0;
  },
};

/** `1.2 MB`; below a megabyte in KB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024 ** 2) return `${Math.ceil(bytes / 1024)} KB`;
  return bytes < 1024 ** 3 ? `${(bytes / 1024 ** 2).toFixed(1)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}

/** What a backup says of itself, for people. */
export function tellBackup(cli: Cli, { madeAt, program, ...counts }: BackupSummary): void {
  const at = new Date(madeAt).toLocaleString(cli.language, { dateStyle: 'medium', timeStyle: 'short' });
  cli.say(cli.t('backup-of', { at, program }));
  cli.say(cli.t('backup-holds', counts));
}
