import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { noSuchFile } from '#kernel/no-such-file.ts';

/** The one-time token that opens the set-up page, in a file of the data folder that only its owner may read. */
export interface SetUpToken {
  /** Makes the token unless it stands, and returns it for the start to print. */
  issue(): Promise<string>;
  matches(given: string): Promise<boolean>;
  /** Used: it never opens anything again. */
  erase(): Promise<void>;
}

export function openSetUpToken(dataFolder: string): SetUpToken {
  const path = join(dataFolder, 'set-up-token');
  const read = (): Promise<string | null> => readFile(path, 'utf8').catch(noSuchFile);
  return {
    async issue() {
      await mkdir(dataFolder, { recursive: true });
      const standing = await read();
      if (standing) return standing;
      const token = randomBytes(24).toString('base64url');
      await writeFile(path, token, { mode: 0o600, flush: true });
      await chmod(path, 0o600);
      return token;
    },
    async matches(given) {
      const token = await read();
      // Equal lengths for the comparison that takes the same time wherever they differ.
      return token !== null && timingSafeEqual(digest(token), digest(given));
    },
    erase: () => rm(path, { force: true }),
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
