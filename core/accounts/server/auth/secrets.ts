import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { normalPhone } from '../../domain/phone.ts';

/** The installation's own secrets for sign-in, outside the database. */
export interface AuthSecrets {
  /** Signs session cookies. */
  readonly cookieSecret: string;
  /** Keyed index of a phone over all areas, 32 hex digits: how an account is found without keeping its phone. */
  phoneIndex(phone: string): string;
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
  return {
    cookieSecret: cookie,
    phoneIndex: (typed) =>
      createHmac('sha256', key).update('phone\0').update(normalPhone(typed)).digest('hex').slice(0, 32),
  };
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
