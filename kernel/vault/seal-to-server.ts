import { tryNative } from './author-key.ts';
import { boxKey, closeBox } from './box.ts';
import { type Bytes, joined, utf8 } from './bytes.ts';

/** Binds the key to its use: an entry of the outbox, first form. */
const INFO = 'concerto/outbox/1';
const X25519 = { name: 'X25519' } as const;

interface Ephemeral {
  readonly publicKey: Bytes;
  readonly shared: Bytes;
}

/**
 * Seals for the holder of an X25519 key alone; whoever carries it cannot read it, nor can who made it, later.
 * Public key of a one-time pair (32) | nonce (12) | AES-256-GCM ciphertext and tag, the key by HKDF-SHA-256 (RFC 5869)
 * from the shared secret (RFC 7748), salted with both public keys.
 * @param serverKey 32 bytes
 * @param about what the box is about; opening needs the same text
 */
export async function sealToServer(serverKey: Bytes, content: Bytes, about: string): Promise<Bytes> {
  const { publicKey, shared } = (await nativeShared(serverKey)) ?? (await portableShared(serverKey));
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const salt = joined(publicKey, serverKey);
  const params = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(INFO) };
  const key = await boxKey(new Uint8Array(await crypto.subtle.deriveBits(params, base, 256)));
  return joined(publicKey, await closeBox(key, content, about));
}

function nativeShared(serverKey: Bytes): Promise<Ephemeral | undefined> {
  return tryNative(async () => {
    const pair = await crypto.subtle.generateKey(X25519, false, ['deriveBits']);
    if (!('privateKey' in pair)) throw new TypeError('no pair');
    const theirs = await crypto.subtle.importKey('raw', serverKey, X25519, false, []);
    const params = { name: 'X25519', public: theirs };
    const shared = await crypto.subtle.deriveBits(params, pair.privateKey, 256);
    const publicKey = await crypto.subtle.exportKey('raw', pair.publicKey);
    return { publicKey: new Uint8Array(publicKey), shared: new Uint8Array(shared) };
  });
}

async function portableShared(serverKey: Bytes): Promise<Ephemeral> {
  const { x25519 } = await import('@noble/curves/ed25519.js');
  const pair = x25519.keygen();
  return {
    publicKey: Uint8Array.from(pair.publicKey),
    shared: Uint8Array.from(x25519.getSharedSecret(pair.secretKey, serverKey)),
  };
}
