import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LastBackup, lastBackup } from '#kernel/backup/last-backup.ts';
import type { KeyRing, KeysInfo } from '#kernel/crypto/key-ring.ts';
import { noSuchFile } from '#kernel/no-such-file.ts';

/** What of this installation lies beside its database, as far as privacy needs it: key files, the note of backups. No secret passes. */
export interface KeysDoor {
  /** The area's keys; the fingerprint covers what the server keeps beside them too. */
  info(areaId: string): Promise<KeysInfo>;
  begin(areaId: string, at: number): Promise<void>;
  end(areaId: string): Promise<void>;
  lastBackup(): Promise<LastBackup | null>;
}

/** Secrets of the installation beside the areas' keys, under the data folder; a copy of the keys holds those that stand. */
export const SHARED_SECRETS = ['auth-secrets.json', 'tls/authority.pem'] as const;

export function keysDoor(dataFolder: string, ring: KeyRing): KeysDoor {
  return {
    async info(areaId) {
      const own = await ring.info(areaId);
      const hash = createHash('sha256').update(own.fingerprint);
      for (const name of SHARED_SECRETS) hash.update('\0').update(await contentOf(join(dataFolder, name)));
      return { ...own, fingerprint: hash.digest('hex').slice(0, 16) };
    },
    async begin(areaId, at) {
      await ring.beginRotation(areaId, at);
    },
    end: (areaId) => ring.endRotation(areaId),
    lastBackup: () => lastBackup(dataFolder),
  };
}

const contentOf = async (path: string): Promise<Buffer> =>
  (await readFile(path).catch(noSuchFile)) ?? Buffer.alloc(0);
