/**
 * The keyed, truncated hash by which a phone finds someone offline without holding an identity number. The server
 * makes the same with Node's own HMAC for thousands at a time (`server/identity-hashes.ts`).
 * @param key 32 bytes, made for one duty
 * @param number as `readResidentCard` gives it, or a passport number in capitals without spaces
 * @returns lower-case hex of the first `bytes` bytes of HMAC-SHA-256
 */
export async function identityHash(key: Uint8Array, number: string, bytes: number): Promise<string> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key), hmac, false, ['sign']);
  const full = new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(number)));
  return Array.from(full.subarray(0, bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * How long the hashes are that phones hold, bytes. Cut to 24 bits on purpose: the key is on the phone too, and longer
 * hashes would let its holder try all numbers of the district until one fits. At 24 bits dozens fit each. The price:
 * among 10,000 people about three pairs share a hash, so a find may return two people, and the screen asks which.
 */
export const IDENTITY_HASH_BYTES = 3;
