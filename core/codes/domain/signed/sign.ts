import { ed25519 } from '@noble/curves/ed25519.js';
import { encodePayload, type SignedPayload, signedText } from './payload.ts';

/** @param seed the private key, 32 secret bytes; Ed25519 signatures need no randomness */
export function signCode(payload: SignedPayload, seed: Uint8Array): string {
  const bytes = encodePayload(payload);
  return signedText(bytes, ed25519.sign(bytes, seed));
}

/** 32 bytes as hexadecimal text, as `SigningKey` holds it. */
export const publicKeyOf = (seed: Uint8Array): string =>
  Array.from(ed25519.getPublicKey(seed), (b) => b.toString(16).padStart(2, '0')).join('');
