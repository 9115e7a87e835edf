import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { normalPhone } from '../../domain/phone.ts';
import { isWeakPin } from '../../domain/pin.ts';
import { clearTries, countTry } from './attempts.ts';
import type { Auth } from './better-auth.ts';
import type { AuthSecrets } from './secrets.ts';

export interface SignedIn {
  readonly accountId: string;
  /** `Set-Cookie` values of the new session. */
  readonly cookies: readonly string[];
}

/** Accounts by phone and PIN. Neither is kept, logged or put into a problem. */
export interface Accounts {
  /** Null when nobody has this phone. */
  find(phone: string): Promise<string | null>;
  /** Throws `accounts.weak-pin`. The phone must not have an account yet. */
  create(phone: string, pin: string): Promise<string>;
  /** Sets another PIN and ends the account's sessions. Throws `accounts.weak-pin`. */
  setPin(accountId: string, phone: string, pin: string): Promise<void>;
  remove(accountId: string): Promise<void>;
  /** Throws `accounts.wrong-pin`, or `accounts.locked` after too many of them. */
  signIn(phone: string, pin: string, now: number): Promise<SignedIn>;
}

export function openAccounts(db: Database, auth: Auth, secrets: AuthSecrets): Accounts {
  const emailOf = (phone: string): string => `${secrets.phoneIndex(phone)}@phone.invalid`;
  const find = async (phone: string): Promise<string | null> => {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findUserByEmail(emailOf(phone)))?.user.id ?? null;
  };
  return {
    find,
    async create(phone, pin) {
      refuseWeak(pin, phone);
      const { internalAdapter, password } = await auth.$context;
      const user = await internalAdapter.createUser(
        { email: emailOf(phone), name: '', emailVerified: true },
        { method: 'email-password' },
      );
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await password.hash(pin),
      });
      return user.id;
    },
    async setPin(accountId, phone, pin) {
      refuseWeak(pin, phone);
      const { internalAdapter, password } = await auth.$context;
      await internalAdapter.updatePassword(accountId, await password.hash(pin));
      await internalAdapter.deleteUserSessions(accountId);
    },
    async remove(accountId) {
      await (await auth.$context).internalAdapter.deleteUser(accountId);
    },
    async signIn(phone, pin, now) {
      const index = secrets.phoneIndex(phone);
      await countTry(db, index, now);
      const response = await auth.api.signInEmail({
        body: { email: emailOf(phone), password: pin },
        headers: new Headers(),
        asResponse: true,
      });
      if (response.status >= 500) throw new Error(`better-auth answered ${response.status} to a sign-in`);
      if (!response.ok) throw new ProblemError(accountsProblems['wrong-pin']);
      await clearTries(db, index, now);
      const { user } = (await response.json()) as { user: { id: string } };
      return { accountId: user.id, cookies: response.headers.getSetCookie() };
    },
  };
}

function refuseWeak(pin: string, phone: string): void {
  if (isWeakPin(pin, normalPhone(phone))) throw new ProblemError(accountsProblems['weak-pin']);
}
