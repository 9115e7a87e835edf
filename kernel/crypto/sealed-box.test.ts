import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaKeys, openKeyRing } from './key-ring.ts';
import { sealedBoxes, sealForServer } from './sealed-box.ts';

const CONTEXT = 'area/entry';
const keys = areaKeys(new Uint8Array(32).fill(3));
const boxes = sealedBoxes(keys);
const seal = (text: string, context = CONTEXT) => sealForServer(text, boxes.sealTo.publicKey, context);

/** As a browser seals, by Web Crypto alone. */
async function sealInBrowser(text: string, publicKey: Uint8Array, context: string): Promise<Uint8Array> {
  const { subtle } = globalThis.crypto;
  const bytes = (s: string) => new TextEncoder().encode(s);
  const x25519 = { name: 'X25519' };
  const pair = (await subtle.generateKey(x25519, true, ['deriveBits'])) as CryptoKeyPair;
  const own = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const server = await subtle.importKey('raw', new Uint8Array(publicKey), x25519, true, []);
  const shared = await subtle.deriveBits({ ...x25519, public: server }, pair.privateKey, 256);
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const salt = new Uint8Array([...own, ...publicKey]);
  const info = bytes('concerto/outbox/1');
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = globalThis.crypto.getRandomValues(new Uint8Array(12));
  const sealed = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytes(context) },
    key,
    bytes(text),
  );
  return new Uint8Array([...own, ...iv, ...new Uint8Array(sealed)]);
}

describe('a box sealed for the server', () => {
  it('opens, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => boxes.open(seal(text), CONTEXT) === text),
      { numRuns: 20 },
    );
  });

  it('opens as a browser seals it', async () => {
    const box = await sealInBrowser('管 0417-0032', boxes.sealTo.publicKey, CONTEXT);
    expect(boxes.open(box, CONTEXT)).toBe('管 0417-0032');
  });

  it('looks different each time, so that nobody sees two alike', () => {
    expect(seal('a').equals(seal('a'))).toBe(false);
  });

  it('does not open when any byte was altered', () => {
    const box = seal('text');
    for (const place of [0, 31, 32, 43, 44, box.length - 1]) {
      const altered = Buffer.from(box);
      altered.writeUInt8(altered.readUInt8(place) ^ 1, place);
      expect(() => boxes.open(altered, CONTEXT)).toThrow('crypto.does-not-open');
    }
  });

  it.each([0, 10, 32, 44, 59])('does not open cut to %i bytes', (length) => {
    expect(() => boxes.open(seal('text').subarray(0, length), CONTEXT)).toThrow('crypto.does-not-open');
  });

  it('does not open under another context, nor for another area', () => {
    const other = sealedBoxes(areaKeys(new Uint8Array(32).fill(4)));
    expect(() => boxes.open(seal('text'), 'area/other-entry')).toThrow('crypto.does-not-open');
    expect(() => other.open(seal('text'), CONTEXT)).toThrow('crypto.does-not-open');
  });

  it('does not open for a key that gives no shared secret at all', () => {
    const zero = Buffer.concat([Buffer.alloc(32), seal('text').subarray(32)]);
    expect(() => boxes.open(zero, CONTEXT)).toThrow('crypto.does-not-open');
  });
});

describe('the pair a phone seals to', () => {
  const AREA = '0190f000-0000-7000-8000-000000000001';
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'boxes-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the same after a restart', async () => {
    await openKeyRing(folder).create(AREA);
    const open = async () => sealedBoxes(await openKeyRing(folder).of(AREA)).sealTo;
    const [before, after] = [await open(), await open()];
    expect(after.publicKey.equals(before.publicKey)).toBe(true);
    expect(after.id).toBe(before.id);
  });

  it('changes with the keys; what waited on a phone since before still opens', async () => {
    const ring = openKeyRing(folder);
    const before = sealedBoxes(await ring.create(AREA));
    const waiting = sealForServer('entry', before.sealTo.publicKey, CONTEXT);
    await ring.beginRotation(AREA, 1);
    await ring.endRotation(AREA);
    const after = sealedBoxes(await ring.of(AREA));
    expect(after.sealTo.id).not.toBe(before.sealTo.id);
    expect(after.open(waiting, CONTEXT)).toBe('entry');
    expect(after.open(sealForServer('new', after.sealTo.publicKey, CONTEXT), CONTEXT)).toBe('new');
  });
});
