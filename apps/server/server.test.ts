import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpackResponse } from '#kernel/sync/columns.ts';
import { readLines } from '#kernel/sync/lines.ts';
import { PROTOCOL, type PullResponse } from '#kernel/sync/protocol.ts';
import { type Client, openTestServer, setUpArea, type TestServer } from './testing-server.ts';

const leader = { name: '李组长', phone: '19900000002', role: 'leader', group: 'testing' } as const;

describe('the house over HTTP', () => {
  let server: TestServer;
  let secretary: Client;
  beforeAll(async () => {
    server = await openTestServer();
    secretary = await setUpArea(server);
  });
  afterAll(() => server.close());

  const addMember = (over: object = {}) =>
    secretary.envelope('accounts.add-member', {
      memberId: crypto.randomUUID(),
      ...leader,
      residentId: null,
      accountId: null,
      ...over,
    });

  it('takes a command, and a query shows what it did', async () => {
    const pushed = (await (await secretary.push([addMember()])).json()) as { answers: { outcome: string }[] };
    expect(pushed.answers.map((a) => a.outcome)).toEqual(['done']);
    const people = await (await secretary.fetch('/api/q/accounts/people')).text();
    expect(people).toContain('李组长');
    expect(people).toContain('199****0002');
    expect(people).not.toContain('19900000002');
  });

  it('answers a pull with the terms of the asking member, and knows the device afterwards', async () => {
    const pulled = (await (await secretary.pull({}, 3)).json()) as { terms: { term: string }[] };
    expect(pulled.terms.map((t) => t.term)).toContain('accounts.me');
    const { devices } = (await (await secretary.fetch('/api/q/devices/list')).json()) as {
      devices: { id: string; pending: number }[];
    };
    expect(devices).toMatchObject([{ id: secretary.deviceId, pending: 3 }]);
  });

  it('answers in lines where the device reads them, with what it answers otherwise', async () => {
    const asked = { protocol: PROTOCOL, deviceId: secretary.deviceId, held: {}, pending: 0 };
    const path = `/api/areas/${secretary.areaId}/pull`;
    const inLines = await secretary.post(path, { ...asked, columns: true, lines: true });
    expect(inLines.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { terms, drop } = readLines(new Uint8Array(await inLines.arrayBuffer()));
    const plain = (await (await secretary.pull()).json()) as PullResponse;
    expect(drop).toEqual(plain.drop);
    expect(unpackResponse({ ...plain, terms }).terms).toEqual(plain.terms);
  });

  it('packs what is long and leaves what is short', async () => {
    for (const encoding of ['br', 'gzip']) {
      const headers = { 'accept-encoding': encoding };
      const long = await secretary.fetch('/api/openapi.json', { headers });
      expect(long.headers.get('content-encoding')).toBe(encoding);
      expect(await long.json()).toHaveProperty('openapi');
      const short = await secretary.fetch('/api/q/devices/list', { headers });
      expect(short.headers.get('content-encoding')).toBeNull();
    }
  });

  it('lets no browser keep what it answers, nor take it for something else', async () => {
    for (const path of ['/api/q/devices/list', '/api/session', '/api/nothing']) {
      const { headers } = await secretary.fetch(path);
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'self'.*object-src 'none'; base-uri 'none'.*frame-ancestors 'none'$/,
      );
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('nudges whoever listens when the area moved', async () => {
    const stop = new AbortController();
    const stream = await secretary.fetch(`/api/areas/${secretary.areaId}/live`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await secretary.push([addMember({ phone: '19900000003' })]);
    let heard = '';
    while (!heard.includes('"version"')) heard += (await reader?.read())?.value ?? '';
    stop.abort();
    expect(heard).toMatch(/data: \{"version":\d+\}/);
  });

  it.each([
    ['no session', '/api/q/accounts/people', {}, 404, 'command.unknown-area'],
    ['an unknown page', '/api/nothing', {}, 404, 'http.not-found'],
  ])('answers %s with a named problem', async (_what, path, headers, status, code) => {
    const response = await fetch(`${server.address}${path}`, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ code });
  });

  it('asks for a sign-in where there is none, and for a place where there is none', async () => {
    const path = '/api/q/accounts/people';
    const stranger = await fetch(`${server.address}${path}`, {
      headers: { 'x-concerto-area': secretary.areaId },
    });
    expect([stranger.status, await stranger.json()]).toMatchObject([401, { code: 'accounts.no-session' }]);
    const elsewhere = await secretary.fetch(path, { headers: { 'x-concerto-area': crypto.randomUUID() } });
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([403, { code: 'accounts.no-place' }]);
  });

  it('turns an oversize body away, and bodies that are no JSON', async () => {
    const big = await secretary.post(`/api/areas/${secretary.areaId}/push`, { x: 'x'.repeat(5_000_000) });
    expect([big.status, await big.json()]).toMatchObject([413, { code: 'http.body-too-large' }]);
    const broken = await secretary.fetch(`/api/areas/${secretary.areaId}/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, await broken.json()]).toMatchObject([400, { code: 'http.bad-request' }]);
  });

  it('tells an old client to reload, in its own status', async () => {
    const response = await secretary.post(`/api/areas/${secretary.areaId}/push`, { protocol: 0 });
    expect([response.status, await response.json()]).toMatchObject([426, { code: 'sync.old-client' }]);
  });

  it('publishes its document, is healthy and ready, and counts', async () => {
    const document = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(document.paths)).toContain('/accounts/people');
    for (const path of ['/api/health', '/api/ready']) {
      expect((await fetch(`${server.address}${path}`)).status).toBe(200);
    }
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    expect(metrics).toContain('concerto_push_stage_seconds_count{stage="transaction"}');
  });

  it('logs nothing of anybody', () => {
    const log = server.logged.join('\n');
    for (const planted of ['19900000001', '246810', '王书记', '李组长', '19900000002']) {
      expect(log).not.toContain(planted);
    }
  });
});

describe('behind a proxy with HTTPS', () => {
  it('prints the address people use, and lets its cookies travel over HTTPS only', async () => {
    const server = await openTestServer('no-web-build', { publicOrigin: 'https://concerto.example.org' });
    try {
      expect(server.setupLink).toMatch(/^https:\/\/concerto\.example\.org\/console\/set-up#/);
      const secretary = await setUpArea(server);
      expect((await secretary.fetch('/api/session')).status).toBe(200);
      const signIn = await fetch(`${server.address}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ phone: '19900000001', pin: '246810' }),
      });
      expect(signIn.headers.getSetCookie().every((cookie) => /; ?Secure/i.test(cookie))).toBe(true);
      expect(signIn.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    } finally {
      await server.close();
    }
  });
});
