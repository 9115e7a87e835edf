import { X509Certificate } from 'node:crypto';
import { rm } from 'node:fs/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authority, openAuthority } from '#kernel/tls/authority.ts';
import { machineNames } from '#kernel/tls/network.ts';
import { type CertificateFolder, certificateFolder } from '#kernel/tls/testing/pairs.ts';
import { isInsideAnApp, platformOf } from './platform.ts';
import { mountTrust } from './routes.ts';

const ANDROID =
  'Mozilla/5.0 (Linux; Android 12; M2102J2SC) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) AppleWebKit/605.1.15 Version/15.0 Safari/604.1';

describe('which device asks', () => {
  it.each([
    [ANDROID, 'android'],
    [IPHONE, 'ios'],
    ['Mozilla/5.0 (Linux; Android 10; HarmonyOS; TAS-AN00) Chrome/92 HuaweiBrowser/13', 'harmony'],
    ['Mozilla/5.0 (Phone; OpenHarmony 5.0) Chrome/114 ArkWeb/4.1 Mobile', 'harmony'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120', 'windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17 Safari/605', 'macos'],
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/120', 'linux'],
    ['curl/8.0', null],
  ])('%s', (userAgent, platform) => {
    expect(platformOf(userAgent)).toBe(platform);
  });

  it('knows the browsers inside chat apps', () => {
    expect(isInsideAnApp(`${ANDROID} MicroMessenger/8.0.30`)).toBe(true);
    expect(isInsideAnApp(ANDROID)).toBe(false);
  });
});

describe('/trust', () => {
  let files: CertificateFolder;
  let authority: Authority;
  let app: FastifyInstance;

  beforeAll(async () => {
    files = await certificateFolder();
    authority = await openAuthority(files.path('local.pem'), machineNames('laptop', []), Date.now());
    app = Fastify();
    mountTrust(app, { authority, httpsOrigin: () => 'https://192.168.1.5:8443' });
  });
  afterAll(async () => {
    await app.close();
    await rm(files.folder, { recursive: true, force: true });
  });

  const page = async (url: string, headers: Record<string, string> = {}) =>
    (await app.inject({ url, headers })).body;

  it('explains the asking device first, with what it downloads', async () => {
    const android = await page('/trust', { 'user-agent': ANDROID });
    expect(android.indexOf('CA 证书')).toBeLessThan(android.indexOf('别的设备怎么做'));
    expect(android).toContain('href="/trust/concerto.crt"');
    const iphone = await page('/trust', { 'user-agent': IPHONE });
    expect(iphone.indexOf('证书信任设置')).toBeLessThan(iphone.indexOf('别的设备怎么做'));
    expect(iphone).toContain('href="/trust/concerto.mobileconfig"');
  });

  it('shows the fingerprint and the name that the device will show', async () => {
    const html = await page('/trust');
    const pairs = authority.fingerprint.split(':');
    for (let i = 0; i < 32; i += 4) expect(html).toContain(pairs.slice(i, i + 4).join(' '));
    expect(html).toContain('Concerto 协奏 (laptop)');
  });

  it('tells WeChat’s browser to hand over, and no other', async () => {
    expect(await page('/trust', { 'user-agent': `${ANDROID} MicroMessenger/8` })).toContain('在浏览器打开');
    expect(await page('/trust', { 'user-agent': ANDROID })).not.toContain('在浏览器打开');
  });

  it('speaks the language that is asked for', async () => {
    expect(await page('/trust?lang=en')).toContain('lang="en"');
    expect(await page('/trust', { 'accept-language': 'en-GB,en' })).toContain('Let this device trust');
    expect(await page('/trust?lang=xx')).toContain('lang="zh-CN"');
  });

  it('goes on to a page of this server, never to another site', async () => {
    expect(await page('/trust?to=/console/set-up')).toContain('data-to="/console/set-up"');
    for (const to of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/a"onload="x',
      'javascript:x',
    ]) {
      const html = await page(`/trust?to=${encodeURIComponent(to)}`);
      expect(html).toContain('data-to=""');
      expect(html).not.toContain('evil');
      expect(html).toContain('href="https://192.168.1.5:8443/phone/"');
    }
    expect(await page('/trust?to=/a&to=/b')).toContain('data-to=""');
  });

  it('loads nothing but its own script, and asks only its own HTTPS', async () => {
    const { headers } = await app.inject('/trust');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain('connect-src https://192.168.1.5:8443');
  });

  it('gives the same certificate in each form that devices take', async () => {
    const der = await app.inject('/trust/concerto.crt');
    expect(der.headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(new X509Certificate(der.rawPayload).fingerprint256).toBe(authority.fingerprint);
    const pem = await app.inject('/trust/concerto.pem');
    expect(new X509Certificate(pem.body).fingerprint256).toBe(authority.fingerprint);
    expect(pem.body).not.toContain('PRIVATE');

    const profile = await app.inject('/trust/concerto.mobileconfig');
    expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config');
    const data = /<data>([^<]+)<\/data>/.exec(profile.body)?.[1] ?? '';
    expect(new X509Certificate(Buffer.from(data, 'base64')).fingerprint256).toBe(authority.fingerprint);
    expect(profile.body).toContain('com.apple.security.root');
    const ids = [...profile.body.matchAll(/<string>([0-9A-F]{8}-[0-9A-F-]{27})<\/string>/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(2);
  });
});
