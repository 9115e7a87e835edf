import { sql } from 'kysely';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { type Attempts, KNOWN_DEVICE, STRANGERS, tryNow } from '../../domain/lockout.ts';

/** Whose tries are counted together: one known device, or `''` for all the others. */
export interface Counter {
  readonly phoneIndex: string;
  readonly device: string;
}

/** Under which all devices count that never signed in to the account. */
export const STRANGER = '';

/**
 * Counts a try before its PIN is looked at. Throws `accounts.locked` while a known device must wait,
 * `accounts.locked-strangers` while all the others must.
 */
export async function countTry(db: Database, { phoneIndex, device }: Counter, now: number): Promise<void> {
  const isStranger = device === STRANGER;
  const verdict = await db.transaction().execute(async (trx) => {
    await sql`
      insert into auth.attempt (phone_index, device, failures, last_at)
      values (${phoneIndex}, ${device}, 0, ${new Date(now)})
      on conflict (phone_index, device) do nothing`.execute(trx);
    const { rows } = await sql<Attempts>`
      select failures, last_at, locked_until from auth.attempt
      where phone_index = ${phoneIndex} and device = ${device} for update`.execute(trx);
    const outcome = tryNow(rows[0] ?? null, now, isStranger ? STRANGERS : KNOWN_DEVICE);
    if (outcome.allowed) {
      const { failures, lockedUntil } = outcome.next;
      await sql`
        update auth.attempt set failures = ${failures}, last_at = ${new Date(now)},
          locked_until = ${lockedUntil === null ? null : new Date(lockedUntil)},
          untold = untold + ${isStranger ? 1 : 0}
        where phone_index = ${phoneIndex} and device = ${device}`.execute(trx);
    }
    return outcome;
  });
  if (verdict.allowed) return;
  const kind = isStranger ? accountsProblems['locked-strangers'] : accountsProblems.locked;
  throw new ProblemError(kind, { retryAfterSeconds: Math.ceil(verdict.waitMs / 1000) });
}

/** The PIN was right: takes this try back, and forgets those of anybody that are long past. */
export async function clearTries(db: Database, { phoneIndex, device }: Counter, now: number): Promise<void> {
  const longPast = new Date(now - STRANGERS.forgivenAfterMs);
  await sql`
    update auth.attempt set failures = 0, locked_until = null, untold = greatest(untold - 1, 0)
    where phone_index = ${phoneIndex} and device = ${device}`.execute(db);
  await sql`delete from auth.attempt where last_at < ${longPast} and untold = 0`.execute(db);
  await sql`delete from auth.attempt where last_at < ${new Date(now - 90 * 86_400_000)}`.execute(db);
}

/** Wrong PINs of strangers since the owner was told last. */
export interface WrongPins {
  readonly count: number;
  readonly lastAt: number;
}

/** Null when there is nothing to tell. */
export async function untoldTries(db: Database, phoneIndex: string): Promise<WrongPins | null> {
  const { rows } = await sql<WrongPins>`
    select untold as count, last_at from auth.attempt
    where phone_index = ${phoneIndex} and device = ${STRANGER} and untold > 0`.execute(db);
  return rows[0] ?? null;
}

export async function tellTries(db: Database, phoneIndex: string): Promise<void> {
  await sql`
    update auth.attempt set untold = 0 where phone_index = ${phoneIndex} and device = ${STRANGER}`.execute(
    db,
  );
}
