import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { findBackups } from '#core/privacy/server/store.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { cliOf, runCli } from './main.ts';

const PASSPHRASE = 'three short words 2022';
const AREA = '清源居民区';

let database: TestDatabase;
let folder: string;
let dataFolder: string;
let house: House;
let areaId: string;
beforeAll(async () => {
  database = await testDatabase(migrations);
  folder = await mkdtemp(join(tmpdir(), 'concerto-keys-'));
  dataFolder = join(folder, 'data');
  house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  areaId = await house.areaNamed(AREA);
});
afterAll(async () => {
  await house.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the verb as at a terminal. */
async function keys(args: readonly string[], env: Record<string, string> = {}) {
  const said: string[] = [];
  const complaints = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  const cli = cliOf({
    DATABASE_URL: database.url,
    CONCERTO_DATA: dataFolder,
    LANG: 'en',
    CONCERTO_KEYS_PASSPHRASE: PASSPHRASE,
    ...env,
  });
  const status = await runCli(['keys', ...args], { ...cli, say: (line) => void said.push(line) });
  complaints.mockRestore();
  return { status, said: said.join('\n') };
}
/** What `doctor` says of the copy of the keys. */
async function doctorOnCopy(): Promise<string | undefined> {
  const said: string[] = [];
  const cli = cliOf({ DATABASE_URL: database.url, CONCERTO_DATA: dataFolder, LANG: 'en' });
  await runCli(['doctor'], { ...cli, say: (line) => void said.push(line) });
  return said.find((line) => line.includes('the keys have a copy'));
}
const backups = () => house.host.read(areaId, findBackups);
const fingerprint = async () => (await house.keys.info(areaId)).fingerprint;

describe('copying the keys', () => {
  let file: string;
  let n = 0;
  beforeEach(() => {
    n += 1;
    file = join(folder, `copy-${n}.concerto-keys`);
  });

  it('writes one encrypted file, which is checked and then noted in the area', async () => {
    expect((await keys(['export', file])).status).toBe(0);
    const text = await readFile(file, 'utf8');
    const secret = await readFile(join(dataFolder, 'keys', `${areaId}.json`), 'utf8');
    expect(text).not.toContain(JSON.parse(secret).versions[0].secret);
    expect((await backups()).length).toBe(0);
    expect(await doctorOnCopy()).toContain('▲');
    expect(await keys(['check', file])).toMatchObject({ status: 0 });
    expect(await doctorOnCopy()).toContain('✓');
    const [backup] = await backups();
    expect(backup).toMatchObject({ fingerprint: await fingerprint(), confirmedBy: 'cli' });
    expect(backup?.place).toContain(`copy-${n}.concerto-keys`);
  });

  it('never writes over a file, and wants a passphrase that is not short', async () => {
    await writeFile(file, 'somebody’s');
    expect(await keys(['export', file])).toMatchObject({ status: 2 });
    expect(await readFile(file, 'utf8')).toBe('somebody’s');
    const short = await keys(['export', `${file}.2`], { CONCERTO_KEYS_PASSPHRASE: 'short' });
    expect(short.status).toBe(2);
    expect(short.said).toContain('12');
  });

  it('says so when the passphrase is wrong or the keys have changed since, and notes nothing', async () => {
    await keys(['export', file]);
    const before = (await backups()).length;
    const wrong = await keys(['check', file], { CONCERTO_KEYS_PASSPHRASE: 'three other words 2022' });
    expect(wrong.status).toBe(1);
    expect(wrong.said).toContain('another passphrase');
    expect((await keys(['rotate', AREA])).status).toBe(0);
    const old = await keys(['check', file]);
    expect(old.status).toBe(1);
    expect(old.said).toContain(`keys/${areaId}.json`);
    expect((await backups()).length).toBe(before);
  });

  it('restores what is missing into an empty folder and leaves what stands alone', async () => {
    await keys(['export', file]);
    const fresh = join(folder, `fresh-${n}`);
    expect(await keys(['restore', file], { CONCERTO_DATA: fresh })).toMatchObject({ status: 0 });
    for (const path of [`keys/${areaId}.json`, 'auth-secrets.json']) {
      expect(await readFile(join(fresh, path))).toEqual(await readFile(join(dataFolder, path)));
    }
    expect(await readdir(join(fresh, 'keys'))).toEqual([`${areaId}.json`]);
    await writeFile(join(fresh, 'auth-secrets.json'), 'other');
    const again = await keys(['restore', file], { CONCERTO_DATA: fresh });
    expect(again.status).toBe(1);
    expect(again.said).toContain('auth-secrets.json');
    expect(await readFile(join(fresh, 'auth-secrets.json'), 'utf8')).toBe('other');
  });
});

describe('changing the keys of an area', () => {
  it('beside a running server, whose next word is sealed under the new ones', async () => {
    const before = (await house.keys.info(areaId)).versions.length;
    const { status, said } = await keys(['rotate', AREA]);
    expect(status).toBe(0);
    expect(said).toContain(AREA);
    expect((await house.keys.info(areaId)).versions).toHaveLength(before + 1);
    const sealed = await house.host.read(areaId, async (tx) => tx.keys.seal('x', 'c'));
    expect(sealed[0]).toBe(before + 1);
  });

  it('knows no area of another name, and no other verb', async () => {
    expect((await keys(['rotate', '别处'])).status).toBe(1);
    expect((await keys(['lend', 'x'])).status).toBe(2);
    expect((await keys(['export'])).status).toBe(2);
  });
});
