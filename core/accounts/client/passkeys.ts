import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { paths, type SessionView } from '../contract/http.ts';
import { askJson } from './http.ts';

type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];
type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** The browser's own dialog was closed, or its time ran out: no fault of anybody. */
export class PasskeyNotGiven extends Error {}

/** Whether this browser could: it says so only on a secure page. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Whether the page stands under a name: to a bare number no passkey is bound. */
export const standsUnderName = (hostname: string): boolean => !/^[\d.]+$|^\[/.test(hostname);

/** Makes one on this device. @param name what its owner calls it. Throws {@link PasskeyNotGiven}, `RefusedRequest` */
export async function addPasskey(name: string, pin: string): Promise<void> {
  const optionsJSON = await askJson<CreationOptions>(paths.beginPasskey, { pin });
  const answer = await given(() => startRegistration({ optionsJSON }));
  await askJson(paths.addPasskey, { name, answer });
}

/** Throws {@link PasskeyNotGiven}, `RefusedRequest`. */
export const signInWithPasskey = (): Promise<SessionView> =>
  answer(paths.askPasskeySignIn, paths.passkeySignIn);

/** Shows again who it is, before an export. */
export async function showPasskey(): Promise<void> {
  await answer(paths.askPasskey, paths.showPasskey);
}

async function answer<T>(ask: string, path: string): Promise<T> {
  const optionsJSON = await askJson<RequestOptions>(ask, {});
  return askJson<T>(path, { answer: await given(() => startAuthentication({ optionsJSON })) });
}

async function given<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    // Closed, too late, no such key here: browsers do not say which, on purpose.
    throw new PasskeyNotGiven();
  }
}
