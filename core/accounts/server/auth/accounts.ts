import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from '#kernel/db/pool.ts';
import { ProblemError } from '#kernel/problem/problem.ts';
import { accountsProblems } from '../../contract/problems.ts';
import { deviceName } from '../../domain/device-name.ts';
import { normalPhone } from '../../domain/phone.ts';
import { isWeakPin } from '../../domain/pin.ts';
import { clearTries, countTry, STRANGER } from './attempts.ts';
import type { Auth } from './better-auth.ts';
import { type DeviceCookies, forgetDevices, isKnown, noteKnown } from './device-cookie.ts';
import type { SecondFactor } from './second-factor.ts';
import type { AuthSecrets } from './secrets.ts';
import { endSessions, noteSecondFactor, noteSession } from './session-notes.ts';

export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  /** `Set-Cookie` values of the new session and of the device. */
  readonly cookies: readonly string[];
}

/** From where somebody signs in. */
export interface From {
  readonly headers: IncomingHttpHeaders;
  /** The phone's own id, the one it syncs with; null at a desk. */
  readonly deviceId: string | null;
}

/** Accounts by phone and PIN. Neither is kept, logged or put into a problem. */
export interface Accounts {
  /** Null when nobody has this phone. */
  find(phone: string): Promise<string | null>;
  /** Throws `accounts.weak-pin`. The phone must not have an account yet. */
  create(phone: string, pin: string): Promise<string>;
  /** Sets another PIN, ends the account's sessions and forgets its devices. Throws `accounts.weak-pin`. */
  setPin(accountId: string, phone: string, pin: string): Promise<void>;
  /** The owner's own change: sessions and devices stay as they are. */
  changePin(accountId: string, pin: string): Promise<void>;
  /** Like `checkPin`, of an account that is signed in. */
  checkOwnPin(accountId: string, pin: string, headers: IncomingHttpHeaders, now: number): Promise<void>;
  remove(accountId: string): Promise<void>;
  /** The account whose PIN this is. Throws `accounts.wrong-pin`, `accounts.locked`, `accounts.locked-strangers`. */
  checkPin(phone: string, pin: string, from: From, now: number): Promise<string>;
  /** Opens a fresh session for an account that proved itself, and knows its device from now on. */
  open(accountId: string, from: From, now: number): Promise<SignedIn>;
  /**
   * `checkPin`, then the second factor where it is on, then `open`. A phone that signed in before is itself something
   * one has, and is not asked again. Throws `accounts.needs-code` when a code is missing, `accounts.wrong-code`.
   */
  signIn(phone: string, pin: string, from: From, now: number, code?: string): Promise<SignedIn>;
}

export interface AccountParts {
  readonly db: Database;
  readonly auth: Auth;
  readonly secrets: AuthSecrets;
  readonly devices: DeviceCookies;
  readonly secondFactor: SecondFactor;
}

const emailOf = (phoneIndex: string): string => `${phoneIndex}@phone.invalid`;

export function openAccounts({ db, auth, secrets, devices, secondFactor }: AccountParts): Accounts {
  const find: Accounts['find'] = async (phone) => {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findUserByEmail(emailOf(secrets.phoneIndex(phone))))?.user.id ?? null;
  };

  const check = async (
    phoneIndex: string,
    pin: string,
    headers: IncomingHttpHeaders,
    now: number,
  ): Promise<string> => {
    const { key } = devices.deviceOf(headers);
    const counter = { phoneIndex, device: (await isKnown(db, phoneIndex, key)) ? key : STRANGER };
    await countTry(db, counter, now);
    const { internalAdapter, password } = await auth.$context;
    const found = await internalAdapter.findUserByEmail(emailOf(phoneIndex), { includeAccounts: true });
    const hash = found?.accounts.find((account) => account.providerId === 'credential')?.password;
    // An unknown phone costs as much time as a wrong PIN, so that neither can be told from the other.
    const isRight = hash ? await password.verify({ hash, password: pin }) : void (await password.hash(pin));
    if (!found || !isRight) throw new ProblemError(accountsProblems['wrong-pin']);
    await clearTries(db, counter, now);
    return found.user.id;
  };

  const checkPin: Accounts['checkPin'] = (phone, pin, { headers }, now) =>
    check(secrets.phoneIndex(phone), pin, headers, now);

  const open: Accounts['open'] = async (accountId, { headers, deviceId }, now) => {
    const { headers: answered, response } = await auth.api.openSession({
      body: { userId: accountId },
      returnHeaders: true,
    });
    const { sessionId } = response;
    const device = devices.deviceOf(headers);
    await noteSession(db, { sessionId, deviceId, deviceName: deviceName(headers['user-agent']) }, now);
    await noteKnown(db, await phoneIndexOf(auth, accountId), device.key, now);
    return { accountId, sessionId, cookies: [...answered.getSetCookie(), device.cookie] };
  };

  return {
    find,
    async create(phone, pin) {
      refuseWeak(pin, phone);
      const { internalAdapter, password } = await auth.$context;
      const user = await internalAdapter.createUser(
        { email: emailOf(secrets.phoneIndex(phone)), name: '', emailVerified: true },
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
      await endSessions(db, accountId, null);
      await forgetDevices(db, await phoneIndexOf(auth, accountId));
    },
    async changePin(accountId, pin) {
      const { internalAdapter, password } = await auth.$context;
      await internalAdapter.updatePassword(accountId, await password.hash(pin));
    },
    async checkOwnPin(accountId, pin, headers, now) {
      await check(await phoneIndexOf(auth, accountId), pin, headers, now);
    },
    async remove(accountId) {
      await (await auth.$context).internalAdapter.deleteUser(accountId);
    },
    checkPin,
    open,
    async signIn(phone, pin, from, now, code) {
      const { key } = devices.deviceOf(from.headers);
      const isOwnPhone = from.deviceId !== null && (await isKnown(db, secrets.phoneIndex(phone), key));
      const accountId = await checkPin(phone, pin, from, now);
      const asks = !isOwnPhone && (await secondFactor.isOn(accountId));
      if (asks && code === undefined) throw new ProblemError(accountsProblems['needs-code']);
      if (asks && code !== undefined) await secondFactor.check(accountId, code, now);
      const signedIn = await open(accountId, from, now);
      if (asks) await noteSecondFactor(db, signedIn.sessionId, now);
      return signedIn;
    },
  };
}

/** The index under which an account's tries and devices are kept. */
export async function phoneIndexOf(auth: Auth, accountId: string): Promise<string> {
  const user = await (await auth.$context).internalAdapter.findUserById(accountId);
  return user?.email.split('@')[0] ?? '';
}

export function refuseWeak(pin: string, phone: string): void {
  if (isWeakPin(pin, normalPhone(phone))) throw new ProblemError(accountsProblems['weak-pin']);
}
