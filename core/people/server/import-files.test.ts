import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyRing, openKeyRing } from '#kernel/crypto/key-ring.ts';
import { isUuid, uuidv7 } from '#kernel/time-id/uuid.ts';
import { findImport, keepImport, removeImport, sweepImports } from './import-files.ts';
import { importMint } from './import-mint.ts';

let folder: string;
let ring: KeyRing;
const AREA = uuidv7(1_650_000_000_000);
const OTHER = uuidv7(1_650_000_000_001);
const importId = uuidv7(1_650_000_000_002);
const kept = {
  importId,
  fileName: '桂花苑',
  bytes: Buffer.from('王芳,310199').toString('base64'),
  reading: { mapping: { sheets: [] }, edits: [], agreed: [] },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concerto-imports-'));
  ring = openKeyRing(join(folder, 'keys'));
  await keepImport(folder, AREA, await ring.create(AREA), kept);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const path = () => join(folder, 'imports', AREA, importId);

describe('a register on its way in, on the disk', () => {
  it('is sealed, and comes back whole under its own area only', async () => {
    expect((await readFile(path())).includes('桂花苑')).toBe(false);
    expect(await findImport(folder, AREA, await ring.of(AREA), importId)).toEqual(kept);
    expect(await findImport(folder, OTHER, await ring.create(OTHER), importId)).toBeNull();
    await expect(findImport(folder, AREA, await ring.of(OTHER), importId)).rejects.toThrow();
  });

  it('is not found by a name that is no id', async () => {
    expect(await findImport(folder, AREA, await ring.of(AREA), '../../keys')).toBeNull();
  });

  it('is swept after a day and not before', async () => {
    const now = Date.now();
    await sweepImports(folder, AREA, now);
    expect(await readdir(join(folder, 'imports', AREA))).toEqual([importId]);
    const dayAgo = new Date(now - 25 * 60 * 60 * 1000);
    await utimes(path(), dayAgo, dayAgo);
    await sweepImports(folder, AREA, now);
    expect(await readdir(join(folder, 'imports', AREA))).toEqual([]);
    await sweepImports(folder, OTHER, now);
    await removeImport(folder, AREA, importId);
  });
});

it('mints the same id for the same key of the same import, in the order of imports', () => {
  const mint = importMint(importId);
  expect(isUuid(mint('resident'))).toBe(true);
  expect(importMint(importId)('resident')).toBe(mint('resident'));
  expect(mint('dwelling')).not.toBe(mint('resident'));
  expect(importMint(uuidv7(1_650_000_000_003))('resident') > mint('resident')).toBe(true);
});
