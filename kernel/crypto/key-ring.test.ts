import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaKeys, openKeyRing } from './key-ring.ts';

const AREA = '0190f000-0000-7000-8000-000000000001';
const OTHER = '0190f000-0000-7000-8000-000000000002';

describe('the keys of an area', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('opens what it sealed, whatever the text', () => {
    const keys = areaKeys(new Uint8Array(32).fill(7));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => keys.open(keys.seal(text, 'c'), 'c') === text),
    );
  });

  it('seals the same text differently each time, but indexes it alike', () => {
    const keys = areaKeys(new Uint8Array(32).fill(7));
    expect(keys.seal('a', 'c').equals(keys.seal('a', 'c'))).toBe(false);
    expect(keys.blindIndex('phone', 'a').equals(keys.blindIndex('phone', 'a'))).toBe(true);
    expect(keys.blindIndex('phone', 'a').equals(keys.blindIndex('id', 'a'))).toBe(false);
  });

  it('does not open altered bytes, another context or another area', async () => {
    const ring = openKeyRing(folder);
    const keys = await ring.create(AREA);
    const other = await ring.create(OTHER);
    const sealed = keys.seal('310199', 'people.id');
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(15) ^ 1, 15);
    for (const attempt of [
      () => keys.open(altered, 'people.id'),
      () => keys.open(sealed, 'people.phone'),
      () => other.open(sealed, 'people.id'),
      () => keys.open(sealed.subarray(0, 10), 'people.id'),
    ]) {
      expect(attempt).toThrow(/crypto.does-not-open/);
    }
  });

  it('keeps one private file an area, and making it twice changes nothing', async () => {
    const ring = openKeyRing(folder);
    const sealed = (await ring.create(AREA)).seal('x', 'c');
    const again = await openKeyRing(folder).create(AREA);
    expect(again.open(sealed, 'c')).toBe('x');
    expect(await readdir(folder)).toEqual([`${AREA}.json`]);
    expect((await stat(join(folder, `${AREA}.json`))).mode & 0o777).toBe(0o600);
  });

  it('reads nothing any more once the key is destroyed', async () => {
    const ring = openKeyRing(folder);
    await ring.create(AREA);
    await ring.destroy(AREA);
    await expect(ring.of(AREA)).rejects.toThrow('crypto.no-key');
  });
});
