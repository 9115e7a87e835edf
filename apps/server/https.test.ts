import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '#kernel/time-id/clock.ts';
import { openTlsFiles } from '#kernel/tls/files.ts';
import { type LocalTls, openLocalTls } from '#kernel/tls/local.ts';
import { machineNames } from '#kernel/tls/network.ts';
import { type CertificateFolder, certificateFolder } from '#kernel/tls/testing/pairs.ts';
import { openTestServer, type TestServer } from './testing-server.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
  readonly fingerprint: string;
}

/** A call that believes the given authority only. */
function ask(url: string, ca: string, post?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = post === undefined ? {} : { 'content-type': 'application/json' };
    const method = post === undefined ? 'GET' : 'POST';
    const call = request(url, { ca, agent: false, method, headers }, (response) => {
      let body = '';
      const { fingerprint256: fingerprint } = (response.socket as TLSSocket).getPeerCertificate();
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => {
        const cookies = response.headers['set-cookie'] ?? [];
        resolve({ status: response.statusCode ?? 0, body, cookies, fingerprint });
      });
    });
    call.on('error', reject);
    call.end(post === undefined ? undefined : JSON.stringify(post));
  });
}

const plainly = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url, { redirect: 'manual', headers, method });

describe('HTTPS with the local authority', () => {
  let folder: string;
  let local: LocalTls;
  let server: TestServer;
  let plain: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concerto-https-'));
    local = await openLocalTls(folder, systemClock, () => machineNames('laptop', []));
    server = await openTestServer('no-web-build', {
      tls: { source: local, port: 0, authority: local.authority },
    });
    plain = server.plainAddress ?? '';
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('answers who trusts the authority, and nobody else', async () => {
    expect(server.address).toMatch(/^https:/);
    expect((await ask(`${server.address}/api/health`, local.authority.pem)).status).toBe(200);
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
  });

  it('tells under which addresses it is reached, and the fingerprint', async () => {
    const { body } = await ask(`${server.address}/api/network`, local.authority.pem);
    expect(JSON.parse(body)).toMatchObject({ mode: 'local', fingerprint: local.authority.fingerprint });
    expect(body).toBe(JSON.stringify(server.reach()));
  });

  it('lets cookies travel over HTTPS only', async () => {
    const token = server.setupLink?.split('#')[1];
    expect(server.setupLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/console\/set-up#/);
    const body = { token, areaName: '清源居民区', name: '王书记', phone: '19900000001', pin: '246810' };
    const { status, cookies } = await ask(`${server.address}/api/setup`, local.authority.pem, body);
    expect(status).toBe(200);
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies.every((cookie) => /; ?Secure/i.test(cookie))).toBe(true);
  });

  it('leads a person on the plain port over the trust page', async () => {
    const answer = await plainly(`${plain}/console/people?x=1`, { accept: 'text/html' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      '/trust?to=%2Fconsole%2Fpeople%3Fx%3D1',
    ]);
    expect(await (await plainly(`${plain}/trust`)).text()).toContain('SHA-256');
    expect((await plainly(`${plain}/`)).status).toBe(200);
  });

  it('sends every call on to HTTPS, whatever its method', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const answer = await plainly(`${plain}/api/sign-in`, {}, method);
      const to = server.address;
      expect([answer.status, answer.headers.get('location')]).toEqual([308, `${to}/api/sign-in`]);
    }
  });

  it('sends nobody to a host that is not its own', async () => {
    const { request: plainRequest } = await import('node:http');
    const location = await new Promise<string | undefined>((resolve, reject) => {
      const call = plainRequest(`${plain}/api/session`, { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.headers.location);
      });
      call.on('error', reject);
      call.end();
    });
    expect(location).toBe(`${server.reach().origins[0]}/api/session`);
    expect(location).not.toContain('evil');
  });
});

describe('HTTPS with the operator’s own certificate', () => {
  let files: CertificateFolder;
  let server: TestServer;
  let ca: string;

  beforeAll(async () => {
    files = await certificateFolder();
    ca = (await files.write('live', ['localhost'])).cert;
    await files.write('next', ['localhost']);
    const source = await openTlsFiles(files.path('live.crt'), files.path('live.key'), systemClock);
    server = await openTestServer('no-web-build', { tls: { source, port: 0, authority: null } });
  });
  afterAll(async () => {
    await server.close();
    await files.forget();
  });

  it('has no trust page: everything on the plain port is sent on', async () => {
    for (const path of ['/', '/trust', '/phone/']) {
      const answer = await plainly(`${server.plainAddress}${path}`, { accept: 'text/html' });
      expect([answer.status, answer.headers.get('location')]).toEqual([308, `${server.address}${path}`]);
    }
  });

  it('takes over a renewed certificate at SIGHUP, and keeps the old one when the new does not fit', async () => {
    const { fingerprint } = await ask(`${server.address}/api/health`, ca);
    await copyFile(files.path('next.crt'), files.path('live.crt'));
    process.emit('SIGHUP');
    await vi.waitUntil(() => server.logged.some((line) => line.includes('tls.key-does-not-fit')));
    expect((await ask(`${server.address}/api/health`, ca)).fingerprint).toBe(fingerprint);

    await copyFile(files.path('next.key'), files.path('live.key'));
    process.emit('SIGHUP');
    await vi.waitUntil(() => server.logged.some((line) => line.includes('goes on with a new certificate')));
    expect((await ask(`${server.address}/api/health`, ca)).fingerprint).not.toBe(fingerprint);
  });
});
