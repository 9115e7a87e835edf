import { generateKeyPairSync, sign } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { isSignedBy } from './author-signature.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
const signature = sign(null, Buffer.from('管 0417'), pair.privateKey).toString('base64url');

describe('an author’s signature', () => {
  it('is known as the key’s own', () => {
    expect(isSignedBy('管 0417', signature, publicKey)).toBe(true);
  });

  it('is known when a phone without Web Crypto’s Ed25519 made it', () => {
    const { secretKey, publicKey: key } = ed25519.keygen();
    const made = Buffer.from(ed25519.sign(new TextEncoder().encode('text'), secretKey)).toString('base64url');
    expect(isSignedBy('text', made, key)).toBe(true);
  });

  it.each([
    ['another text', '管 0418', signature, publicKey],
    ['another key', '管 0417', signature, publicKey.map((byte) => byte ^ 1)],
    ['no signature', '管 0417', '', publicKey],
    ['a cut signature', '管 0417', signature.slice(4), publicKey],
    ['text that is no base64', '管 0417', '签名', publicKey],
    ['a key that is none', '管 0417', signature, new Uint8Array(3)],
  ])('is not taken for %s', (_what, text, made, key) => {
    expect(isSignedBy(text, made, key)).toBe(false);
  });
});
