import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { authorKey, makeAuthorPair } from './author-key.ts';
import { boxKey, closeBox, openBox } from './box.ts';
import { fromBase64url, joined, random, toBase64url, utf8 } from './bytes.ts';
import { LEAST_ITERATIONS, measureIterations } from './pin-key.ts';
import { sealToServer } from './seal-to-server.ts';

/** A browser that knows neither curve: what it may be asked throws as Chrome 90 does. */
function oldBrowser(): void {
  const unknown = async () => {
    throw new DOMException('Algorithm: Unrecognized name', 'NotSupportedError');
  };
  const { subtle } = crypto;
  const generate = subtle.generateKey.bind(subtle);
  const read = subtle.importKey.bind(subtle);
  const isCurve = (asked: unknown) => /25519/.test(JSON.stringify(asked));
  vi.spyOn(subtle, 'generateKey').mockImplementation(((...args: Parameters<typeof generate>) =>
    isCurve(args[0]) ? unknown() : generate(...args)) as typeof generate);
  vi.spyOn(subtle, 'importKey').mockImplementation(((...args: Parameters<typeof read>) =>
    isCurve(args[2]) ? unknown() : read(...args)) as typeof read);
}

afterEach(() => vi.restoreAllMocks());

/** The server's end of the seal, written from its description with another library. */
async function openSeal(sealed: Uint8Array, secretKey: Uint8Array, about: string): Promise<string | null> {
  const ephemeral = Uint8Array.from(sealed.subarray(0, 32));
  const shared = Uint8Array.from(x25519.getSharedSecret(secretKey, ephemeral));
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const salt = joined(ephemeral, x25519.getPublicKey(secretKey));
  const params = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('concerto/outbox/1') };
  const key = await boxKey(new Uint8Array(await crypto.subtle.deriveBits(params, base, 256)));
  const content = await openBox(key, sealed.subarray(32), about);
  return content && new TextDecoder().decode(content);
}

const BROWSERS = [
  ['a browser of today', () => {}],
  ['a browser of 2021', oldBrowser],
] as const;

describe.each(BROWSERS)('%s', (_, given) => {
  it('makes an author’s key whose signature anybody can verify', async () => {
    given();
    const pair = await makeAuthorPair();
    const key = await authorKey(pair);
    const text = utf8('concerto/command/1\n["…"]');
    const signature = await key.sign(text);
    expect([pair.seed.length, pair.publicKey.length, signature.length]).toEqual([32, 32, 64]);
    expect(ed25519.verify(signature, text, pair.publicKey)).toBe(true);
    expect(ed25519.getPublicKey(pair.seed)).toEqual(pair.publicKey);
    expect(ed25519.verify(signature, utf8('another'), pair.publicKey)).toBe(false);
  });

  it('seals for the server what the server alone can open, and only as what it is', async () => {
    given();
    const server = x25519.keygen();
    const sealed = await sealToServer(Uint8Array.from(server.publicKey), utf8('一条记录'), 'area/entry');
    expect(await openSeal(sealed, server.secretKey, 'area/entry')).toBe('一条记录');
    expect(await openSeal(sealed, server.secretKey, 'area/other')).toBeNull();
    expect(await openSeal(sealed, x25519.keygen().secretKey, 'area/entry')).toBeNull();
  });
});

describe('a key made in one browser', () => {
  it('signs the same in an older one', async () => {
    const pair = await makeAuthorPair();
    const today = await (await authorKey(pair)).sign(utf8('x'));
    oldBrowser();
    expect(await (await authorKey(pair)).sign(utf8('x'))).toEqual(today);
  });
});

describe('a box', () => {
  it('opens with its key alone, whole, and as what it is', async () => {
    const key = await boxKey(random(32));
    const box = await closeBox(key, utf8('里面'), 'a');
    expect(await openBox(key, box, 'a')).toEqual(utf8('里面'));
    expect(await openBox(key, box, 'b')).toBeNull();
    expect(await openBox(await boxKey(random(32)), box, 'a')).toBeNull();
    for (const at of [0, 12, box.length - 1]) {
      const bent = Uint8Array.from(box, (byte, i) => (i === at ? byte ^ 1 : byte));
      expect(await openBox(key, bent, 'a')).toBeNull();
    }
    expect(await closeBox(key, utf8('里面'), 'a')).not.toEqual(box);
  });
});

describe('base64url', () => {
  it('is Node’s, for every length and byte', () => {
    for (let length = 0; length < 300; length += 7) {
      const bytes = random(length);
      expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
    }
    const long = random(60_000);
    expect(fromBase64url(toBase64url(long))).toEqual(long);
  });
});

describe('the cost of a PIN', () => {
  it('is never below what OWASP asks for, and more on a faster device', async () => {
    const taking = (ms: number) => {
      let calls = 0;
      return () => (calls++ === 0 ? 0 : ms);
    };
    expect(await measureIterations(taking(500))).toBe(LEAST_ITERATIONS);
    expect(await measureIterations(taking(35))).toBe(1_000_000);
    expect(await measureIterations(taking(0))).toBe(4_000_000);
  });
});
