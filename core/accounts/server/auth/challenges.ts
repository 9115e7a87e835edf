import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';

/** What a passkey is asked for: adding it to an account, signing in, or showing an account's own once more. */
export type Purpose = 'sign-in' | `add/${string}` | `show/${string}`;

export interface Challenges {
  /** 48 bytes, valid for five minutes and for this purpose. Nothing is kept: asking costs an attacker's own time only. */
  issue(purpose: Purpose, now: number): Buffer;
  /** Whether we issued it for this purpose and its time has not run out. @param challenge base64url, as the browser signed it */
  isOurs(challenge: string, purpose: Purpose, now: number): boolean;
  /** Takes an answered challenge out of use. @returns false when somebody answered it before */
  take(challenge: string, now: number): Promise<boolean>;
}

const VALID_MS = 5 * 60_000;
const NONCE = 16;
const TIME = 8;

export function openChallenges(db: Database, secret: string): Challenges {
  const sign = (head: Buffer, purpose: Purpose) =>
    createHmac('sha256', secret)
      .update('passkey\0')
      .update(purpose)
      .update('\0')
      .update(head)
      .digest()
      .subarray(0, 24);
  return {
    issue(purpose, now) {
      const head = Buffer.concat([randomBytes(NONCE), Buffer.alloc(TIME)]);
      head.writeBigUInt64BE(BigInt(now + VALID_MS), NONCE);
      return Buffer.concat([head, sign(head, purpose)]);
    },
    isOurs(challenge, purpose, now) {
      const bytes = Buffer.from(challenge, 'base64url');
      if (bytes.length !== NONCE + TIME + 24) return false;
      const head = bytes.subarray(0, NONCE + TIME);
      return timingSafeEqual(bytes.subarray(NONCE + TIME), sign(head, purpose)) && now < endOf(bytes);
    },
    async take(challenge, now) {
      const bytes = Buffer.from(challenge, 'base64url');
      const nonce = bytes.subarray(0, NONCE).toString('hex');
      await sql`delete from auth.passkey_challenge where expires_at < ${new Date(now)}`.execute(db);
      const { numAffectedRows = 0n } = await sql`
        insert into auth.passkey_challenge (nonce, expires_at) values (${nonce}, ${new Date(endOf(bytes))})
        on conflict (nonce) do nothing`.execute(db);
      return numAffectedRows > 0n;
    },
  };
}

const endOf = (bytes: Buffer): number => Number(bytes.readBigUInt64BE(NONCE));
