import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrations } from '#apps/server/migrations.ts';
import { summaryOf } from '#kernel/backup/manifest.ts';
import '#kernel/backup/messages/index.ts';
import { checkBackup } from '#kernel/backup/read-backup.ts';
import { KEY_FILE, readKeys } from '#kernel/backup/recipients.ts';
import { restoreBackup } from '#kernel/backup/restore-backup.ts';
import { filesFolder } from '#kernel/files/module.ts';
import { folderStore } from '#kernel/files/server/file-store.ts';
import { tellBackup } from './backup.ts';
import { type CliConfig, readConfig } from './config.ts';
import { withDatabase } from './database.ts';
import { seconds } from './greet.ts';
import { ensureFolder, putKeyFile } from './key-files.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

/**
 * `concerto restore FILE [--key FILE]`: a backup into an empty database and this data folder, which nobody else uses
 * meanwhile. `--check` reads it to its end and compares, and writes nothing.
 */
export const restoreVerb: Verb = {
  async run(args, cli) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { key: { type: 'string' }, check: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [given, ...rest] = positionals;
    if (!given || rest.length > 0) throw new UsageError(cli.t('verb.restore'));
    const file = resolve(given);
    const config = readConfig(cli);
    const keys = await readKeys(keyFile(values.key, config, cli));
    const begun = performance.now();
    if (values.check) {
      cli.say(cli.t('restore-checking'));
      const { header, manifest } = await checkBackup(file, keys);
      tellBackup(cli, summaryOf(header, manifest));
      cli.say(cli.t('restore-checked', { seconds: seconds(begun) }));
      return 0;
    }
    await restore(file, keys, config, cli);
    cli.say(cli.t('restore-done', { seconds: seconds(begun) }));
    cli.say(cli.t('restore-next'));
    return 0;
  },
};

function keyFile(given: string | undefined, { dataFolder }: CliConfig, cli: Cli): string {
  const said = given ?? cli.env.CONCERTO_BACKUP_KEY;
  if (said) return resolve(said);
  const inHouse = join(dataFolder, KEY_FILE);
  if (!existsSync(inHouse)) throw new UsageError(cli.t('restore-no-key'));
  return inHouse;
}

async function restore(file: string, keys: readonly string[], config: CliConfig, cli: Cli): Promise<void> {
  await ensureFolder(config.dataFolder);
  // Not beside a running `start`: what it holds in memory would be of another house.
  await withDatabase(config, false, async (databaseUrl) => {
    const summary = await restoreBackup(
      {
        databaseUrl,
        modules: migrations,
        files: folderStore(filesFolder(config.dataFolder)),
        putKey: async (path, content) => {
          const aside = await putKeyFile(config.dataFolder, path, content);
          if (aside) cli.say(cli.t('restore-key-aside', { path, aside }));
        },
      },
      file,
      keys,
      (step) => cli.say(cli.t(`restore-${step}`)),
    );
    tellBackup(cli, summary);
  });
}
