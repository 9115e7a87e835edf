import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { type Attempts, tryNow } from '../../domain/lockout.ts';

/** Counts a try for this phone before its PIN is looked at. Throws `accounts.locked` while it must wait. */
export async function countTry(db: Database, phoneIndex: string, now: number): Promise<void> {
  const verdict = await db.transaction().execute(async (trx) => {
    await sql`
      insert into auth.attempt (phone_index, failures, last_at) values (${phoneIndex}, 0, ${new Date(now)})
      on conflict (phone_index) do nothing`.execute(trx);
    const { rows } = await sql<Attempts>`
      select failures, last_at, locked_until from auth.attempt where phone_index = ${phoneIndex} for update`.execute(
      trx,
    );
    const outcome = tryNow(rows[0] ?? null, now);
    if (outcome.allowed) {
      const { failures, lockedUntil } = outcome.next;
      await sql`
        update auth.attempt set failures = ${failures}, last_at = ${new Date(now)},
          locked_until = ${lockedUntil === null ? null : new Date(lockedUntil)}
        where phone_index = ${phoneIndex}`.execute(trx);
    }
    return outcome;
  });
  if (!verdict.allowed) {
    throw new ProblemError(accountsProblems.locked, { retryAfterSeconds: Math.ceil(verdict.waitMs / 1000) });
  }
}

/** The PIN was right: forget this phone's tries, and those of anybody that are long past. */
export async function clearTries(db: Database, phoneIndex: string, now: number): Promise<void> {
  const longPast = new Date(now - 48 * 3_600_000);
  await sql`delete from auth.attempt where phone_index = ${phoneIndex} or last_at < ${longPast}`.execute(db);
}
