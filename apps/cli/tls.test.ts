import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrations } from '#apps/server/migrations.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { type CertificateFolder, certificateFolder } from '#kernel/tls/testing/pairs.ts';
import { terminalQr } from './greet.ts';
import { cliOf, runCli } from './main.ts';

/** What stops `concerto start --tls …`, said in one plain line, with nothing half started behind it. */
describe('concerto start --tls', () => {
  let files: CertificateFolder;
  let database: TestDatabase;
  let folder: string;
  let complained: string[];

  beforeAll(async () => {
    files = await certificateFolder();
    await files.write('one', ['localhost']);
    await files.write('two', ['localhost']);
    await files.write('old', ['localhost'], Date.now() - 500 * 86_400_000);
    await writeFile(files.path('locked.key'), '-----BEGIN ENCRYPTED PRIVATE KEY-----\n');
    database = await testDatabase(migrations);
  });
  afterAll(async () => {
    await files.forget();
    await database.close();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concerto-cli-tls-'));
    complained = [];
    vi.spyOn(console, 'error').mockImplementation((line) => void complained.push(String(line)));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (args: string[], env: Record<string, string> = {}) =>
    runCli(['start', ...args], {
      ...cliOf({
        LANG: 'en_GB.UTF-8',
        CONCERTO_DATA: folder,
        CONCERTO_WEB: folder,
        DATABASE_URL: database.url,
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
        PORT: '0',
        ...env,
      }),
      say: () => undefined,
    });

  it.each([
    [['none.crt', 'one.key'], 1, 'There is no such file: .*none.crt'],
    [['one.crt', 'two.key'], 1, 'not a pair'],
    [['one.key', 'one.key'], 1, 'There is no certificate in'],
    [['one.crt', 'one.crt'], 1, 'There is no private key in'],
    [['one.crt', 'locked.key'], 1, 'locked with a passphrase'],
    [['old.crt', 'old.key'], 1, 'expired on \\d{4}-\\d{2}-\\d{2}'],
    [['one.crt'], 2, '--tls CERT KEY'],
    [['one.crt', 'one.key', 'more.key'], 2, '--tls CERT KEY'],
  ])('%s: ends with %i and says so', async (names, status, words) => {
    expect(await start(['--tls', ...names.map((name) => files.path(name))])).toBe(status);
    expect(complained).toHaveLength(1);
    expect(complained[0]).toMatch(new RegExp(words));
    expect(complained[0]).not.toMatch(/\n {4}at /);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses what it does not know, and two ways of HTTPS at once', async () => {
    expect(await start(['local'])).toBe(2);
    expect(await start(['--tls', 'local', 'more'])).toBe(2);
    expect(await start(['--tls', 'local'], { CONCERTO_ORIGIN: 'https://concerto.example.org' })).toBe(2);
    expect(complained.join('\n')).toMatch(/Not known: local\n.*Not known: more\n.*CONCERTO_ORIGIN/);
  });

  it('says that the local authority’s file is damaged, and leaves it as it is', async () => {
    await start(['--tls', 'local'], { HTTPS_PORT: 'none' });
    await writeFile(join(folder, 'tls'), 'in the way');
    expect(await start(['--tls', 'local'])).toBe(1);
    expect(complained.at(-1)).toMatch(/authority\.pem/);
  });

  describe('while another program has a port', () => {
    let other: Server;
    let taken: string;
    beforeEach(async () => {
      other = createServer();
      await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
      const address = other.address();
      taken = typeof address === 'object' && address ? String(address.port) : '';
    });
    afterEach(() => new Promise((done) => other.close(done)));

    it.each(['PORT', 'HTTPS_PORT'])('%s: names it, and leaves nothing open behind', async (which) => {
      const ports = { PORT: '0', HTTPS_PORT: '0', [which]: taken };
      expect(await start(['--tls', files.path('one.crt'), files.path('one.key')], ports)).toBe(2);
      expect(complained.join()).toContain(`Port ${taken} is taken`);
    });
  });
});

describe('the code in the terminal', () => {
  it('is drawn in half lines, with room around it', async () => {
    const lines = (await terminalQr('http://192.168.1.5:8080/trust')).split('\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThan(25);
  });
});
