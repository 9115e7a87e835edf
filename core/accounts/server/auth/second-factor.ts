import { createHash, randomInt } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { newTotpSecret, totpStep, totpUri } from '../../domain/totp.ts';
import { clearTries, countTry } from './attempts.ts';
import type { AuthSecrets } from './secrets.ts';

/** SQL: whether an account has a confirmed authenticator or a passkey. */
export const hasSecondFactor = (accountId: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`(
  exists (select from auth.second_factor f where f.account_id = ${accountId} and f.confirmed_at is not null)
  or exists (select from auth.passkey k where k.account_id = ${accountId}))`;

export async function hasAnySecondFactor(db: Database, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select ${hasSecondFactor(sql`${accountId}::uuid`)} as has`.execute(db);
  return rows[0]?.has ?? false;
}

export interface SecondFactor {
  isOn(accountId: string): Promise<boolean>;
  /** A fresh secret, not in force until `confirm`. Throws `accounts.second-factor-on`. */
  begin(accountId: string, label: string): Promise<{ readonly secret: string; readonly uri: string }>;
  /** The first code puts it in force. @returns recovery codes, shown once. Throws `accounts.wrong-code`. */
  confirm(accountId: string, code: string, now: number): Promise<readonly string[]>;
  /** A code of the authenticator or a recovery code, each once. Throws `accounts.wrong-code`, `accounts.locked`. */
  check(accountId: string, code: string, now: number): Promise<void>;
  remove(accountId: string): Promise<void>;
  recoveryCodesLeft(accountId: string): Promise<number>;
}

const RECOVERY_CODES = 8;
/** Without what is taken for one another when written down. */
const LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

export function openSecondFactor(db: Database, secrets: AuthSecrets): SecondFactor {
  const secretOf = async (accountId: string): Promise<{ secret: string; isOn: boolean } | null> => {
    const { rows } = await sql<{ secret: Uint8Array; confirmedAt: number | null }>`
      select secret, confirmed_at from auth.second_factor where account_id = ${accountId}`.execute(db);
    const [row] = rows;
    return row ? { secret: secrets.open(row.secret, accountId), isOn: row.confirmedAt !== null } : null;
  };

  /** One statement: of two with the same code at the same moment, one finds its step taken. */
  const takeStep = async (accountId: string, step: number): Promise<boolean> => {
    const { numAffectedRows = 0n } = await sql`
      update auth.second_factor set last_step = ${step}
      where account_id = ${accountId} and last_step < ${step}`.execute(db);
    return numAffectedRows > 0n;
  };

  const takeRecovery = async (accountId: string, code: string, now: number): Promise<boolean> => {
    const { numAffectedRows = 0n } = await sql`
      update auth.recovery_code set used_at = ${new Date(now)}
      where account_id = ${accountId} and code_hash = ${hashOf(code)} and used_at is null`.execute(db);
    return numAffectedRows > 0n;
  };

  const takes = async (accountId: string, secret: string, code: string, now: number): Promise<boolean> => {
    const step = totpStep(secret, code, now);
    return step !== null && (await takeStep(accountId, step));
  };

  const counted = async (accountId: string, now: number, work: () => Promise<boolean>): Promise<void> => {
    const counter = { phoneIndex: accountId, device: 'code' };
    await countTry(db, counter, now);
    if (!(await work())) throw new ProblemError(accountsProblems['wrong-code']);
    await clearTries(db, counter, now);
  };

  return {
    isOn: async (accountId) => (await secretOf(accountId))?.isOn ?? false,
    async begin(accountId, label) {
      const secret = newTotpSecret();
      const { numAffectedRows = 0n } = await sql`
        insert into auth.second_factor (account_id, secret) values (${accountId}, ${secrets.seal(secret, accountId)})
        on conflict (account_id) do update set secret = excluded.secret, last_step = 0
        where second_factor.confirmed_at is null`.execute(db);
      if (numAffectedRows === 0n) throw new ProblemError(accountsProblems['second-factor-on']);
      return { secret, uri: totpUri(secret, label) };
    },
    async confirm(accountId, code, now) {
      const kept = await secretOf(accountId);
      if (!kept) throw new ProblemError(accountsProblems['wrong-code']);
      if (kept.isOn) throw new ProblemError(accountsProblems['second-factor-on']);
      await counted(accountId, now, () => takes(accountId, kept.secret, code, now));
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      await db.transaction().execute(async (trx) => {
        for (const made of codes) {
          await sql`
            insert into auth.recovery_code (account_id, code_hash) values (${accountId}, ${hashOf(made)})`.execute(
            trx,
          );
        }
        await sql`
          update auth.second_factor set confirmed_at = ${new Date(now)} where account_id = ${accountId}`.execute(
          trx,
        );
      });
      return codes;
    },
    async check(accountId, code, now) {
      const kept = await secretOf(accountId);
      if (!kept?.isOn) throw new ProblemError(accountsProblems['wrong-code']);
      await counted(
        accountId,
        now,
        async () =>
          (await takes(accountId, kept.secret, code, now)) || (await takeRecovery(accountId, code, now)),
      );
    },
    async remove(accountId) {
      await sql`delete from auth.second_factor where account_id = ${accountId}`.execute(db);
    },
    async recoveryCodesLeft(accountId) {
      const { rows } = await sql<{ left: number }>`
        select count(*)::int4 as left from auth.recovery_code
        where account_id = ${accountId} and used_at is null`.execute(db);
      return rows[0]?.left ?? 0;
    },
  };
}

/** `ABCD-EFGH-JKMN`: 58 bits, too many to try and short enough to write down. */
const newRecoveryCode = (): string => {
  const part = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${part()}-${part()}-${part()}`;
};

/** However it is typed: spaces, dashes and small letters do not matter. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
