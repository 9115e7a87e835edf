import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalPhone } from '../../domain/phone.ts';

/** The installation's own secrets for sign-in, outside the database. */
export interface AuthSecrets {
  /** Signs session cookies. */
  readonly cookieSecret: string;
  /** Keyed index of a phone over all areas, 32 hex digits: how an account is found without keeping its phone. */
  phoneIndex(phone: string): string;
  /** AES-256-GCM: nonce (12), ciphertext, tag (16). @param context whose it is; opens with the same only */
  seal(text: string, context: string): Buffer;
  /** Throws when it was changed, or sealed for another context. */
  open(sealed: Uint8Array, context: string): string;
}

/** Reads `auth-secrets.json` of the data folder; makes it (owner-only) on the first start. */
export async function openAuthSecrets(dataFolder: string): Promise<AuthSecrets> {
  const path = join(dataFolder, 'auth-secrets.json');
  await mkdir(dataFolder, { recursive: true });
  const fresh = { cookie: randomBytes(32).toString('base64'), phone: randomBytes(32).toString('base64') };
  // `wx` lets the first of several starting processes win; all read what stands.
  await writeFile(path, JSON.stringify(fresh), { mode: 0o600, flag: 'wx', flush: true }).catch(
    ignoreExisting,
  );
  const { cookie, phone } = JSON.parse(await readFile(path, 'utf8')) as typeof fresh;
  const key = Buffer.from(phone, 'base64');
  const sealing = Buffer.from(hkdfSync('sha256', key, '', 'concerto/second-factor/1', 32));
  return {
    seal(text, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(context));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
    },
    cookieSecret: cookie,
    phoneIndex: (typed) =>
      createHmac('sha256', key).update('phone\0').update(normalPhone(typed)).digest('hex').slice(0, 32),
  };
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
