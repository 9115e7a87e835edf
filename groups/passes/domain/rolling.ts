import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { STEP_MS } from './step.ts';

/**
 * The rolling code behind the signed text of a pass that is shown on a phone: it says when it was on the screen.
 *
 * Ten bytes: the number of the 30-second step since the epoch, four bytes big-endian, and the first six of
 * HMAC-SHA-256 (RFC 2104) over them under the text's own key. That key is HMAC-SHA-256 of the pass's id and of when the
 * text was signed under the area's secret, sixteen bytes: a holder can make codes of one text, a gate check those of
 * all, and an old link makes none for the text of a new one. In script only, since
 * browsers give no HMAC of their own on plain HTTP.
 */
const MAC_BYTES = 6;
const KEY_BYTES = 16;

/**
 * @param secret the area's, 32 bytes
 * @param signedAt of the text it belongs to, epoch ms; to the second, as the text says it
 */
export const passKey = (secret: Uint8Array, passId: string, signedAt: number): Uint8Array =>
  hmac(sha256, secret, new TextEncoder().encode(`${passId}/${Math.floor(signedAt / 1000)}`)).slice(
    0,
    KEY_BYTES,
  );

/** @param at epoch ms */
export function rollingCode(key: Uint8Array, at: number): Uint8Array {
  const code = new Uint8Array(4 + MAC_BYTES);
  new DataView(code.buffer).setUint32(0, Math.floor(at / STEP_MS));
  code.set(macOf(key, code.subarray(0, 4)), 4);
  return code;
}

/** When the code's step began, epoch ms. */
export const shownAt = (code: Uint8Array): number =>
  new DataView(code.buffer, code.byteOffset, 4).getUint32(0) * STEP_MS;

/** Whether it was made with that key. */
export function isRollingCode(key: Uint8Array, code: Uint8Array): boolean {
  const mac = macOf(key, code.subarray(0, 4));
  return code.length === 4 + MAC_BYTES && mac.every((byte, i) => byte === code[4 + i]);
}

const macOf = (key: Uint8Array, step: Uint8Array): Uint8Array => hmac(sha256, key, step).slice(0, MAC_BYTES);
