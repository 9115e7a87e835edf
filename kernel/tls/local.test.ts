import { X509Certificate } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLocalTls } from './local.ts';
import { type MachineNames, machineNames } from './network.ts';

const NOW = Date.UTC(2026, 10, 24);
const DAY_MS = 86_400_000;

const laptop = (...addresses: string[]): MachineNames =>
  machineNames(
    'laptop',
    addresses.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
      cidr: `${address}/${address.includes(':') ? 64 : 24}`,
      virtual: false,
    })),
  );

describe('the local authority', () => {
  let folder: string;
  let machine: MachineNames;
  let now: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concerto-tls-'));
    machine = laptop('192.168.1.5', 'fd00::5');
    now = NOW;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = () => openLocalTls(folder, { now: () => now }, () => machine);
  const certificate = (tls: { pair: { cert: string } }) => new X509Certificate(tls.pair.cert);

  it('is made once, for ten years, with a key for its owner only', async () => {
    const { authority } = await open();
    expect(authority.name).toBe('Concerto 协奏 (laptop)');
    expect(authority.notAfter.getUTCFullYear()).toBe(2036);
    expect((await stat(join(folder, 'tls', 'authority.pem'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'tls'))).mode & 0o777).toBe(0o700);
    expect(new X509Certificate(authority.der).ca).toBe(true);
    expect((await open()).authority.fingerprint).toBe(authority.fingerprint);
  });

  it('closes a key file that others could read', async () => {
    await open();
    const file = join(folder, 'tls', 'authority.pem');
    await chmod(file, 0o644);
    await open();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('vouches for the machine’s names and addresses, for 397 days at most', async () => {
    const tls = await open();
    const seen = certificate(tls);
    expect(tls.names).toEqual([
      'localhost',
      'laptop',
      'laptop.local',
      'concerto.local',
      '127.0.0.1',
      '::1',
      '192.168.1.5',
      'fd00::5',
    ]);
    for (const host of ['localhost', 'laptop', 'laptop.local', 'concerto.local']) {
      expect(seen.checkHost(host, { subject: 'never' })).toBe(host);
    }
    for (const address of ['192.168.1.5', 'fd00::5', '127.0.0.1'])
      expect(seen.checkIP(address)).toBe(address);
    expect(seen.checkHost('example.org')).toBeUndefined();
    const days = (Date.parse(seen.validTo) - Date.parse(seen.validFrom)) / DAY_MS;
    expect(days).toBeLessThanOrEqual(397);
    expect(seen.verify(new X509Certificate(tls.authority.pem).publicKey)).toBe(true);
  });

  it('keeps its certificate over a restart, and makes a new one when an address changes', async () => {
    const first = certificate(await open()).fingerprint256;
    expect(certificate(await open()).fingerprint256).toBe(first);
    machine = laptop('192.168.1.77', 'fd00::5');
    const moved = certificate(await open());
    expect(moved.fingerprint256).not.toBe(first);
    expect(moved.checkIP('192.168.1.77')).toBe('192.168.1.77');
    expect(moved.checkIP('192.168.1.5')).toBeUndefined();
  });

  it('notices a new address while it runs', async () => {
    const tls = await open();
    expect(await tls.refresh()).toBe(false);
    machine = laptop('10.3.2.1');
    expect(await tls.refresh()).toBe(true);
    expect(certificate(tls).checkIP('10.3.2.1')).toBe('10.3.2.1');
    expect(await tls.refresh()).toBe(false);
  });

  it('is renewed a month before its end, and when the clock was put back before its beginning', async () => {
    const first = certificate(await open()).fingerprint256;
    now = NOW + 360 * DAY_MS;
    expect(certificate(await open()).fingerprint256).toBe(first);
    now = NOW + 367 * DAY_MS;
    const second = certificate(await open()).fingerprint256;
    expect(second).not.toBe(first);
    now = NOW;
    expect(certificate(await open()).fingerprint256).not.toBe(second);
  });

  it('makes the server’s certificate anew when its file is torn', async () => {
    const first = certificate(await open()).fingerprint256;
    const file = join(folder, 'tls', 'server.pem');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 300));
    expect(certificate(await open()).fingerprint256).not.toBe(first);
  });

  it('does not vouch for a public address, except of the network it was made in', async () => {
    machine = laptop('203.0.113.7');
    expect((await open()).left).toEqual([]);
    machine = laptop('203.0.113.200', '198.51.100.4');
    const tls = await open();
    expect(tls.left).toEqual(['198.51.100.4']);
    expect(tls.names).toContain('203.0.113.200');
    expect(tls.names).not.toContain('198.51.100.4');
  });

  it('says which file is damaged, and does not make another authority over it', async () => {
    const file = join(folder, 'tls', 'authority.pem');
    await open();
    const whole = await readFile(file, 'utf8');
    for (const torn of ['', whole.slice(0, 200), whole.replace(/^scope .*\n/, '')]) {
      await writeFile(file, torn);
      await expect(open()).rejects.toMatchObject({
        kind: { code: 'tls.authority-damaged' },
        details: { file },
      });
    }
    await writeFile(file, whole);
    await open();
  });

  it('says when the authority’s ten years are over', async () => {
    await open();
    now = NOW + 3700 * DAY_MS;
    await expect(open()).rejects.toMatchObject({
      kind: { code: 'tls.authority-expired' },
      details: { date: '2036-11-23' },
    });
  });

  it('cannot use a folder that is none', async () => {
    await writeFile(join(folder, 'tls'), 'a file');
    await expect(open()).rejects.toMatchObject({ kind: { code: 'tls.file-unreadable' } });
  });

  it('is believed by a client that trusts it, and by no other', async () => {
    now = Date.now();
    const tls = await open();
    const server = createServer(tls.pair, (_request, response) => response.end('ok'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const ask = (ca: string[], servername: string) =>
      new Promise<string>((answer) => {
        const socket = connect({ port, host: '127.0.0.1', servername, ca }, () => {
          answer('trusted');
          socket.destroy();
        });
        socket.once('error', (error: NodeJS.ErrnoException) => answer(error.code ?? ''));
      });
    expect(await ask([tls.authority.pem], 'localhost')).toBe('trusted');
    expect(await ask([tls.authority.pem], 'concerto.local')).toBe('trusted');
    expect(await ask([tls.authority.pem], 'bank.example')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(await ask([], 'localhost')).toMatch(/SELF_SIGNED|UNABLE/);
    server.close();
  });
});
