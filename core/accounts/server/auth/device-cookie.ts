import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';

/** Browsers keep a cookie for at most 400 days. */
const KEPT_MS = 400 * 86_400_000;

/** A browser by the nonce it was given; the database holds only the nonce's hash. */
export interface Device {
  /** SHA-256 of the nonce, hex. */
  readonly key: string;
  /** `Set-Cookie` that gives or lengthens the nonce. */
  readonly cookie: string;
}

export interface DeviceCookies {
  /** The device of a request, or a fresh one when it brings no cookie of ours. */
  deviceOf(headers: IncomingHttpHeaders): Device;
}

export function deviceCookies(secret: string, secure: boolean): DeviceCookies {
  const name = `${secure ? '__Secure-' : ''}concerto.device`;
  const pattern = new RegExp(`(?:^|;\\s*)${name.replace('.', '\\.')}=([\\w-]{22})\\.([\\w-]{43})(?:;|$)`);
  const sign = (nonce: string) => createHmac('sha256', secret).update('device\0').update(nonce).digest();
  const nonceOf = (cookies: string | undefined): string | null => {
    const [, nonce = '', mac = ''] = pattern.exec(cookies ?? '') ?? [];
    const given = Buffer.from(mac, 'base64url');
    return given.length === 32 && timingSafeEqual(given, sign(nonce)) ? nonce : null;
  };
  return {
    deviceOf({ cookie }) {
      const nonce = nonceOf(cookie) ?? randomBytes(16).toString('base64url');
      const value = `${nonce}.${sign(nonce).toString('base64url')}`;
      const attributes = `Path=/; Max-Age=${KEPT_MS / 1000}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
      return {
        key: createHash('sha256').update(nonce).digest('hex'),
        cookie: `${name}=${value}; ${attributes}`,
      };
    },
  };
}

/** Whether this account signed in on this device before. */
export async function isKnown(db: Database, phoneIndex: string, device: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from auth.known_device where phone_index = ${phoneIndex} and device = ${device}) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** After the right PIN. Devices whose cookie must have run out are forgotten. */
export async function noteKnown(
  db: Database,
  phoneIndex: string,
  device: string,
  now: number,
): Promise<void> {
  await sql`
    insert into auth.known_device (phone_index, device, last_used_at)
    values (${phoneIndex}, ${device}, ${new Date(now)})
    on conflict (phone_index, device) do update set last_used_at = excluded.last_used_at`.execute(db);
  await sql`delete from auth.known_device where last_used_at < ${new Date(now - KEPT_MS)}`.execute(db);
}

/** The PIN is another one now: whoever knew the old one is a stranger again. */
export async function forgetDevices(db: Database, phoneIndex: string): Promise<void> {
  await sql`delete from auth.known_device where phone_index = ${phoneIndex}`.execute(db);
  await sql`delete from auth.attempt where phone_index = ${phoneIndex}`.execute(db);
}
