import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBytes } from '../alphabet.ts';
import { isProblem, readCode } from '../read.ts';
import { KNOWN, unhex, verifier, verifyByNoble, verifyByWebCrypto } from './ed25519.ts';
import type { SigningKey } from './keys.ts';
import { keyInUse } from './keys.ts';
import { openSigned, type SignedPayload } from './payload.ts';
import { publicKeyOf, signCode } from './sign.ts';
import { verifySigned } from './verify.ts';

const areaId = '0190c3f0-0000-7000-8000-0000000a1b2c';
const subjectId = '0190c3f0-1111-7000-8000-00000000beef';
const HOUR = 3_600_000;
const start = 1_650_168_000_000;
const seed = Uint8Array.from({ length: 32 }, (_, i) => i + 1);
const nextSeed = Uint8Array.from({ length: 32 }, (_, i) => 200 - i);

const oldKey: SigningKey = {
  id: '0190c3f0-2222-7000-8000-0000000000a1',
  publicKey: publicKeyOf(seed),
  validFrom: start - 24 * HOUR,
  validUntil: start + 2 * HOUR,
  revokedAt: null,
};
const newKey: SigningKey = {
  ...oldKey,
  id: '0190c3f0-2222-7000-8000-0000000000a2',
  publicKey: publicKeyOf(nextSeed),
  validFrom: start + 2 * HOUR,
  validUntil: null,
};
const pass: SignedPayload = {
  kind: 'pass',
  areaId,
  keyId: oldKey.id,
  subjectId,
  issuedAt: start,
  notBefore: start + HOUR,
  expiresAt: start + 48 * HOUR,
};
const at = start + 3 * HOUR;
const verify = (text: string, changes: Partial<Parameters<typeof verifySigned>[1]> = {}) =>
  verifySigned(text, { areaId, keys: [oldKey, newKey], now: at, ...changes });
const problemOf = async (...given: Parameters<typeof verify>) => {
  const result = await verify(...given);
  return isProblem(result) ? result.code : 'good';
};

describe('a signed code', () => {
  const text = signCode(pass, seed);

  test('is read in lower case and groups, verified offline, and says what it is for', async () => {
    expect(text).toHaveLength(165);
    const read = readCode(`${text.toLowerCase().replace(/(.{5})/g, '$1 ')}\r\n`, { areaId, labs: [] });
    expect(read).toEqual({ kind: 'signed', text });
    expect(await verify(text)).toEqual({
      kind: 'pass',
      subjectId,
      issuedAt: start,
      notBefore: start + HOUR,
      expiresAt: start + 48 * HOUR,
      keyId: oldKey.id,
    });
  });

  test('holds from its first to its last second', async () => {
    expect(await problemOf(text, { now: pass.notBefore - 1 })).toBe('codes.not-yet-valid');
    expect(await problemOf(text, { now: pass.notBefore })).toBe('good');
    expect(await problemOf(text, { now: pass.expiresAt - 1 })).toBe('good');
    expect(await problemOf(text, { now: pass.expiresAt })).toBe('codes.expired');
  });

  test('altered in any one symbol never passes', async () => {
    for (let i = 1; i < text.length; i++) {
      const other = text.charAt(i) === '7' ? '8' : '7';
      expect(await problemOf(text.slice(0, i) + other + text.slice(i + 1))).not.toBe('good');
    }
  });

  test('signed with a key of one’s own under a known key’s id is forged', async () => {
    expect(await problemOf(signCode(pass, nextSeed))).toBe('codes.forged');
  });

  test('of another area', async () => {
    const foreign = signCode({ ...pass, areaId: '0190c3f0-0000-7000-8000-0000000a1b2d' }, seed);
    expect(await problemOf(foreign)).toBe('codes.foreign-area');
  });

  test('cut off or of another make', async () => {
    expect(await problemOf(text.slice(0, -1))).toBe('codes.damaged');
    expect(await problemOf('')).toBe('codes.damaged');
    const otherMake = encodeBytes(Uint8Array.from({ length: 102 }, (_, i) => (i === 0 ? 9 : 1)));
    expect(await problemOf(`S${otherMake}`)).toBe('codes.damaged');
  });

  test('random text is never opened as a good code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 102, maxLength: 102 }), async (bytes) => {
        bytes[0] = 1;
        bytes[1] = 1;
        expect(openSigned(`S${encodeBytes(bytes)}`)).not.toBeNull();
        expect(await problemOf(`S${encodeBytes(bytes)}`)).not.toBe('good');
      }),
    );
  });
});

describe('keys change', () => {
  const text = signCode(pass, seed);

  test('an old key verifies what it signed while in use', async () => {
    expect(await problemOf(text, { now: start + 40 * HOUR })).toBe('good');
  });

  test('but nothing issued after it was put away', async () => {
    const late = signCode({ ...pass, issuedAt: start + 2 * HOUR }, seed);
    expect(await problemOf(late)).toBe('codes.key-not-in-use');
  });

  test('a withdrawn key verifies nothing', async () => {
    expect(await problemOf(text, { keys: [{ ...oldKey, revokedAt: at }] })).toBe('codes.revoked-key');
  });

  test('a key the phone has not heard of asks for a sync', async () => {
    expect(await problemOf(text, { keys: [newKey] })).toBe('codes.unknown-key');
  });

  test('the key to sign with is the one in use', () => {
    const keys = [oldKey, newKey];
    expect(keyInUse(keys, start)).toBe(oldKey);
    expect(keyInUse(keys, start + 2 * HOUR)).toBe(newKey);
    expect(keyInUse([{ ...newKey, revokedAt: at }], at)).toBeUndefined();
    expect(keyInUse(keys, start - 25 * HOUR)).toBeUndefined();
  });
});

describe('Web Crypto and the fallback', () => {
  test('this machine has the curve, and both agree on the test of RFC 8032', async () => {
    expect(await verifier()).toBe(verifyByWebCrypto);
    for (const way of [verifyByWebCrypto, verifyByNoble]) {
      expect(await way(unhex(KNOWN.signature), new Uint8Array(0), unhex(KNOWN.publicKey))).toBe(true);
      expect(await way(unhex(KNOWN.signature), Uint8Array.of(1), unhex(KNOWN.publicKey))).toBe(false);
    }
  });

  test('a code verified by the fallback gives the same answer', async () => {
    const context = { areaId, keys: [oldKey], now: at };
    const good = signCode(pass, seed);
    const forged = signCode(pass, nextSeed);
    for (const text of [good, forged]) {
      expect(await verifySigned(text, context, verifyByNoble)).toEqual(
        await verifySigned(text, context, verifyByWebCrypto),
      );
    }
  });
});
