import { createPublicKey, verify } from 'node:crypto';

/** DER of an Ed25519 public key up to its 32 bytes (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const KEY = 32;
const SIGNATURE = 64;

/**
 * Whether the signature over the text is that key's (Ed25519, RFC 8032). False for anything that is no key or no
 * signature; never throws.
 * @param publicKey 32 bytes
 * @param signature base64url of 64 bytes
 */
export function isSignedBy(text: string, signature: string, publicKey: Uint8Array): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.length !== SIGNATURE || publicKey.length !== KEY) return false;
  try {
    const der = Buffer.concat([SPKI, publicKey]);
    return verify(null, Buffer.from(text), createPublicKey({ key: der, format: 'der', type: 'spki' }), bytes);
  } catch {
    return false;
  }
}
