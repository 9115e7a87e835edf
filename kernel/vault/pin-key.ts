import { boxKey } from './box.ts';
import { type Bytes, utf8 } from './bytes.ts';

/**
 * Iterations of PBKDF2-HMAC-SHA-256. The least is what OWASP asks for (Password Storage Cheat Sheet, "PBKDF2",
 * 600,000 for HMAC-SHA-256); a cheap phone of 2021 (Cortex-A53 at 2 GHz, about a million a second) needs 0.6 s for
 * them. A faster device is given more, up to what keeps another, slower browser on it usable.
 */
export const LEAST_ITERATIONS = 600_000;
const MOST_ITERATIONS = 4_000_000;

/** What one PIN may cost the person at the gate, ms. */
const TARGET_MS = 700;
const SAMPLE = 50_000;

/** How many iterations this device does in about the target time, to be kept beside the salt. */
export async function measureIterations(now: () => number = () => performance.now()): Promise<number> {
  const started = now();
  await stretch('000000', new Uint8Array(16), SAMPLE);
  const perMs = SAMPLE / Math.max(1, now() - started);
  const fitting = Math.round((perMs * TARGET_MS) / 10_000) * 10_000;
  return Math.min(MOST_ITERATIONS, Math.max(LEAST_ITERATIONS, fitting));
}

/** A secret of this browser profile that scripts can use and not read. */
export function makeDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** The key that wraps a person's secret: needs the PIN and this profile's device key, both. */
export async function pinKey(
  pin: string,
  salt: Bytes,
  iterations: number,
  deviceKey: CryptoKey,
): Promise<CryptoKey> {
  const stretched = await stretch(pin, salt, iterations);
  return boxKey(new Uint8Array(await crypto.subtle.sign('HMAC', deviceKey, stretched)));
}

async function stretch(pin: string, salt: Bytes, iterations: number): Promise<Bytes> {
  const base = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits']);
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(params, base, 256));
}
