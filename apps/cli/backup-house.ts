import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { APP_VERSION } from '#apps/server/app-version.ts';
import { migrations } from '#apps/server/migrations.ts';
import type { BackupSource } from '#kernel/backup/make-backup.ts';
import {
  KEY_FILE,
  keyInHouse,
  makeKeyPair,
  RECIPIENTS_FILE,
  readRecipients,
  recipientsIn,
  writeKey,
  writeRecipients,
} from '#kernel/backup/recipients.ts';
import { filesFolder } from '#kernel/files/module.ts';
import { folderStore } from '#kernel/files/server/file-store.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';
import type { CliConfig } from './config.ts';
import { readKeyFiles } from './key-files.ts';

/** What of this house goes into a backup. */
export const sourceOf = ({ dataFolder }: CliConfig, databaseUrl: string): BackupSource => ({
  databaseUrl,
  modules: migrations,
  keys: async () => {
    const files = new Map(await readKeyFiles(dataFolder));
    const recipients = await readFile(join(dataFolder, RECIPIENTS_FILE)).catch(noSuchFile);
    // So that a restored house goes on making backups for the same key.
    if (recipients) files.set(RECIPIENTS_FILE, recipients);
    return files;
  },
  files: folderStore(filesFolder(dataFolder)),
  program: APP_VERSION,
});

/**
 * Whom backups are made for. Where nobody said yet a key is made, and lies with the data until it is taken away: a
 * backup that only this machine opens is better than none.
 */
export async function recipientsOf({ dataFolder, backupRecipients }: CliConfig): Promise<string[]> {
  const said = backupRecipients ? recipientsIn(backupRecipients) : await readRecipients(dataFolder);
  if (said.length > 0) return said;
  const standing = await keyInHouse(dataFolder);
  const pair = standing ?? (await makeKeyPair());
  if (!standing) await writeKey(join(dataFolder, KEY_FILE), pair, Date.now());
  await writeRecipients(dataFolder, [pair.recipient]);
  return [pair.recipient];
}
