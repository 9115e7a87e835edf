import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaKeys, type KeyRing, openKeyRing } from './key-ring.ts';
import { freshened, type SealedTable } from './sealed-table.ts';

const AREA = '0190f000-0000-7000-8000-000000000001';
const ROTATED = Date.UTC(2022, 3, 4);

const members: SealedTable = {
  table: 'accounts.member',
  fields: [
    { cipher: 'phoneCipher', context: 'phone', index: { column: 'phoneBlind', kind: 'phone', as: 'hex' } },
  ],
};

describe('keys that are rotated', () => {
  let folder: string;
  let ring: KeyRing;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'));
    ring = openKeyRing(folder);
    await ring.create(AREA);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('seal what is new under the newest version and open what stands by the version it carries', async () => {
    const keys = await ring.of(AREA);
    const before = keys.seal('13800000001', 'phone');
    expect(await ring.beginRotation(AREA, ROTATED)).toBe(true);
    const after = keys.seal('13800000001', 'phone');
    expect([before[0], after[0]]).toEqual([1, 2]);
    expect([before, after].map((sealed) => keys.open(sealed, 'phone'))).toEqual([
      '13800000001',
      '13800000001',
    ]);
    expect([before, after].map((sealed) => keys.isCurrent(sealed, 'phone'))).toEqual([false, true]);
  });

  it('are found under both indexes until the tables are done, then under the new one alone', async () => {
    const keys = await ring.of(AREA);
    const old = keys.blindIndex('phone', '1');
    await ring.beginRotation(AREA, ROTATED);
    expect(keys.blindIndexes('phone', '1')).toEqual([keys.blindIndex('phone', '1'), old]);
    await ring.endRotation(AREA);
    expect(keys.blindIndexes('phone', '1')).toEqual([keys.blindIndex('phone', '1')]);
    expect((await ring.info(AREA)).versions.map(({ logOnly }) => logOnly)).toEqual([true, false]);
  });

  it('take up a rotation that was cut off instead of beginning another', async () => {
    await ring.beginRotation(AREA, ROTATED);
    expect(await openKeyRing(folder).beginRotation(AREA, ROTATED + 1)).toBe(false);
    expect((await ring.info(AREA)).rotating).toBe(true);
    await ring.endRotation(AREA);
    expect(await ring.beginRotation(AREA, ROTATED + 2)).toBe(true);
  });

  it('still give what was derived at an earlier time, and all of a purpose, newest first', async () => {
    const keys = await ring.of(AREA);
    const early = keys.derive('outbox-seal');
    await ring.beginRotation(AREA, ROTATED);
    const late = keys.derive('outbox-seal');
    expect(late.equals(early)).toBe(false);
    expect(keys.derive('outbox-seal', ROTATED - 1)).toEqual(early);
    expect(keys.derive('outbox-seal', ROTATED)).toEqual(late);
    expect(keys.deriveAll('outbox-seal')).toEqual([late, early]);
  });

  it('are seen by another process at its next transaction, and at once by what it cannot open', async () => {
    const server = await openKeyRing(folder).of(AREA);
    await ring.beginRotation(AREA, ROTATED);
    const sealed = (await ring.of(AREA)).seal('x', 'c');
    expect(server.newest).toBe(1);
    expect(server.open(sealed, 'c')).toBe('x');
    expect(server.newest).toBe(2);
  });

  it('end for every process when the file is destroyed', async () => {
    const server = await openKeyRing(folder).of(AREA);
    await ring.destroy(AREA);
    expect(() => server.refresh()).toThrow('crypto.no-key');
  });

  it('show by their fingerprint that a secret came, and nothing of the secret', async () => {
    const before = await ring.info(AREA);
    await ring.beginRotation(AREA, ROTATED);
    const after = await ring.info(AREA);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(JSON.stringify(after)).not.toContain('secret');
  });

  it('of the first file format open their unmarked values, also beside marked ones', async () => {
    const secret = Buffer.alloc(32, 7);
    await writeFile(
      join(folder, `${AREA}.json`),
      JSON.stringify({ areaId: AREA, secret: secret.toString('base64') }),
    );
    const keys = await ring.of(AREA);
    const unmarked = areaKeys(secret).seal('x', 'c').subarray(1);
    expect(keys.marked).toBe(false);
    expect(keys.open(unmarked, 'c')).toBe('x');
    await ring.beginRotation(AREA, ROTATED);
    expect(keys.open(unmarked, 'c')).toBe('x');
    expect(keys.open(keys.seal('y', 'c'), 'c')).toBe('y');
    // Whatever byte it happens to begin with, it is told from a marked one.
    for (let i = 0; i < 600; i++) {
      expect(keys.isCurrent(areaKeys(secret).seal('x', 'c').subarray(1), 'c')).toBe(false);
    }
  });

  it.each(['', '{}', '{"format":"concerto/area-keys/9","areaId":"x"}', '{"areaId":'])(
    'say so when the file holds %j',
    async (content) => {
      await writeFile(join(folder, `${AREA}.json`), content);
      await expect(openKeyRing(folder).of(AREA)).rejects.toThrow('crypto.key-file-broken');
    },
  );

  it('freshen a loaded row, sealed value and index together, and leave a fresh one as it is', async () => {
    const keys = await ring.of(AREA);
    const row = {
      id: '1',
      phoneCipher: keys.seal('13800000001', 'phone'),
      phoneBlind: keys.blindIndex('phone', '13800000001').toString('hex'),
    };
    expect(freshened(keys, members, row)).toBe(row);
    await ring.beginRotation(AREA, ROTATED);
    const fresh = freshened(keys, members, row);
    expect(keys.open(fresh.phoneCipher, 'phone')).toBe('13800000001');
    expect(fresh.phoneBlind).toBe(keys.blindIndex('phone', '13800000001').toString('hex'));
    const empty = { id: '2', phoneCipher: null, phoneBlind: null };
    expect(freshened(keys, members, empty)).toBe(empty);
  });
});
