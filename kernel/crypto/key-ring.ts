import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineProblems, ProblemError } from '../problem/problem.ts';
import type { AreaKeys } from './area-keys.ts';

export const cryptoProblems = defineProblems('crypto', 500, {
  'no-key': [1, 500],
  'does-not-open': [2, 500],
});

/** The keys of all areas of this installation, one file each, outside the database. */
export interface KeyRing {
  /** Throws `crypto.no-key` when the area's key file is missing: it was destroyed, or never restored. */
  of(areaId: string): Promise<AreaKeys>;
  /** Makes the key file if there is none; an existing one is left as it is. */
  create(areaId: string): Promise<AreaKeys>;
  /** Destroys the key: what it sealed can never be read again. */
  destroy(areaId: string): Promise<void>;
}

const NONCE = 12;
const TAG = 16;

/** @param folder the keys' own folder; made with rights for its owner only */
export function openKeyRing(folder: string): KeyRing {
  const cache = new Map<string, Promise<AreaKeys>>();
  const path = (areaId: string) => join(folder, `${areaId}.json`);

  const load = async (areaId: string): Promise<AreaKeys> => {
    let text: string;
    try {
      text = await readFile(path(areaId), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        throw new ProblemError(cryptoProblems['no-key'], { areaId });
      }
      throw error;
    }
    const { secret } = JSON.parse(text) as { secret: string };
    return areaKeys(Buffer.from(secret, 'base64'));
  };

  const of = (areaId: string): Promise<AreaKeys> => {
    const known = cache.get(areaId);
    if (known) return known;
    const loading = load(areaId);
    cache.set(areaId, loading);
    loading.catch(() => cache.delete(areaId));
    return loading;
  };

  return {
    of,
    async create(areaId) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      const content = JSON.stringify({ areaId, secret: randomBytes(32).toString('base64') });
      await writeWhole(path(areaId), content);
      return of(areaId);
    },
    async destroy(areaId) {
      cache.delete(areaId);
      await rm(path(areaId), { force: true });
    },
  };
}

/** Written beside and renamed, so that a crash never leaves half a key; never over an existing one. */
async function writeWhole(path: string, content: string): Promise<void> {
  const exists = await readFile(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  if (exists) return;
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(beside, content, { mode: 0o600, flag: 'wx', flush: true });
  await rename(beside, path);
}

/** Derives the working keys of an area from its 32 secret bytes (HKDF-SHA-256, RFC 5869). */
export function areaKeys(secret: Uint8Array): AreaKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', `concerto/${purpose}`, 32));
  const sealing = derive('seal');
  const indexing = derive('blind-index');
  return {
    derive,
    seal(plain, context) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      cipher.setAAD(Buffer.from(context));
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < NONCE + TAG) throw new ProblemError(cryptoProblems['does-not-open'], { context });
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE));
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      try {
        return (
          decipher.update(bytes.subarray(NONCE, bytes.length - TAG), undefined, 'utf8') +
          decipher.final('utf8')
        );
      } catch {
        // Node says only "unable to authenticate"; the context is what helps.
        throw new ProblemError(cryptoProblems['does-not-open'], { context });
      }
    },
    blindIndex(kind, value) {
      return createHmac('sha256', indexing).update(kind).update('\0').update(value).digest().subarray(0, 16);
    },
  };
}
