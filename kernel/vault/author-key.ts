import { type Bytes, fromBase64url, toBase64url } from './bytes.ts';

/** An Ed25519 key (RFC 8032) that speaks for one member on one device. */
export interface AuthorKey {
  /** 32 bytes. */
  readonly publicKey: Bytes;
  /** @returns the signature, 64 bytes */
  sign(text: Bytes): Promise<Bytes>;
}

/** 32 bytes each; the seed is what RFC 8032 calls the private key. */
export interface AuthorPair {
  readonly seed: Bytes;
  readonly publicKey: Bytes;
}

const ED25519 = { name: 'Ed25519' } as const;

export async function makeAuthorPair(): Promise<AuthorPair> {
  const native = await tryNative(() => crypto.subtle.generateKey(ED25519, true, ['sign', 'verify']));
  if (!native || !('privateKey' in native)) {
    const { ed25519 } = await import('@noble/curves/ed25519.js');
    const made = ed25519.keygen();
    return { seed: Uint8Array.from(made.secretKey), publicKey: Uint8Array.from(made.publicKey) };
  }
  const jwk = await crypto.subtle.exportKey('jwk', native.privateKey);
  return { seed: fromBase64url(jwk.d ?? ''), publicKey: fromBase64url(jwk.x ?? '') };
}

/** Web Crypto where it knows the curve (Chrome 137, Safari 17), with a key no script can read; else @noble/curves. */
export async function authorKey({ seed, publicKey }: AuthorPair): Promise<AuthorKey> {
  const jwk = { kty: 'OKP', crv: 'Ed25519', d: toBase64url(seed), x: toBase64url(publicKey) };
  const native = await tryNative(() => crypto.subtle.importKey('jwk', jwk, ED25519, false, ['sign']));
  if (native) {
    return {
      publicKey,
      sign: async (text) => new Uint8Array(await crypto.subtle.sign(ED25519, native, text)),
    };
  }
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  return { publicKey, sign: async (text) => Uint8Array.from(ed25519.sign(text, seed)) };
}

/** Undefined where the browser does not know the curve. */
export async function tryNative<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    // Older ones throw a NotSupportedError, some a SyntaxError or TypeError over the name.
    if (error instanceof DOMException || error instanceof TypeError) return undefined;
    throw error;
  }
}
