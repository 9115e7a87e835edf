import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import '#kernel/backup/messages/index.ts';
import {
  forgetKeyInHouse,
  type KeyPair,
  keyInHouse,
  makeKeyPair,
  readKeys,
  readRecipients,
  writeKey,
  writeRecipients,
} from '#kernel/backup/recipients.ts';
import { readConfig } from './config.ts';
import { ensureFolder } from './key-files.ts';
import { type Cli, UsageError, type Verb } from './verb.ts';

/**
 * `concerto backup-key FILE [--new]`: takes the key that opens backups to a file elsewhere and away from this machine;
 * makes one where there is none, or with `--new` another for backups from now on.
 */
export const backupKeyVerb: Verb = {
  async run(args, cli) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { new: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [given, ...rest] = positionals;
    if (!given || rest.length > 0) throw new UsageError(cli.t('verb.backup-key'));
    const { dataFolder, backupRecipients } = readConfig(cli);
    if (backupRecipients) throw new UsageError(cli.t('backup-key-elsewhere'));
    await ensureFolder(dataFolder);
    const inHouse = await keyInHouse(dataFolder);
    const recipients = await readRecipients(dataFolder);
    if (recipients.length > 0 && !inHouse && !values.new) {
      cli.say(cli.t('backup-key-gone', { recipients: recipients.join('、') }));
      return 1;
    }
    await take(resolve(given), inHouse && !values.new ? inHouse : await makeKeyPair(), dataFolder, cli);
    if (inHouse && values.new) cli.say(cli.t('backup-key-old', { file: join(dataFolder, 'backup-key.txt') }));
    else if (inHouse) await forgetKeyInHouse(dataFolder);
    return 0;
  },
};

/** Written and read again before anything is made for it, or taken away here. */
async function take(file: string, pair: KeyPair, dataFolder: string, cli: Cli): Promise<void> {
  await writeKey(file, pair, Date.now()).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new UsageError(cli.t('keys-exists', { file })) : error;
  });
  const [written] = await readKeys(file);
  if (written !== pair.key) throw new Error(cli.t('backup-key-unread', { file }));
  // Others that somebody put there by hand stay, unless another key is wanted.
  const standing = await readRecipients(dataFolder);
  if (!standing.includes(pair.recipient)) await writeRecipients(dataFolder, [pair.recipient]);
  cli.say(cli.t('backup-key-taken', { file }));
  cli.say(cli.t('backup-key-public', { recipient: pair.recipient }));
  cli.say(cli.t('backup-key-next'));
}
