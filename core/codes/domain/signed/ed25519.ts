/**
 * Ed25519 verification on any phone since 2021: Web Crypto where it knows the curve (Safari 17, Chrome 137, Node 20),
 * else @noble/curves, which is loaded only then. Both strictly by RFC 8032.
 */
export type Verify = (signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array) => Promise<boolean>;

const bytes = (from: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(from);

/** Throws when this Web Crypto does not know the curve. */
export const verifyByWebCrypto: Verify = async (signature, message, publicKey) => {
  const key = await crypto.subtle.importKey('raw', bytes(publicKey), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, bytes(signature), bytes(message));
};

export const verifyByNoble: Verify = async (signature, message, publicKey) => {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  return ed25519.verify(signature, message, publicKey, { zip215: false });
};

let chosen: Promise<Verify> | undefined;

/** The faster one this device has; asked once, with a test key of RFC 8032 §7.1. */
export function verifier(): Promise<Verify> {
  chosen ??= verifyByWebCrypto(unhex(KNOWN.signature), new Uint8Array(0), unhex(KNOWN.publicKey)).then(
    (works) => (works ? verifyByWebCrypto : verifyByNoble),
    () => verifyByNoble,
  );
  return chosen;
}

/** RFC 8032 §7.1, test 1: the empty message. */
export const KNOWN = {
  publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  signature:
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
} as const;

/** @param text an even number of hexadecimal digits */
export const unhex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(i * 2, i * 2 + 2), 16));
