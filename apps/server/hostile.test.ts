import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, openTestServer, setUpArea, type TestServer } from './testing-server.ts';

/** What the fuzzer (tests/fuzz) found at the doors of queries, kept small. */
describe('queries asked in ways that nobody means well', () => {
  let server: TestServer;
  let secretary: Client;
  beforeAll(async () => {
    server = await openTestServer();
    secretary = await setUpArea(server);
  });
  afterAll(() => server.close());

  const json = (path: string, body: string, method = 'POST') =>
    secretary.fetch(path, { method, headers: { 'content-type': 'application/json' }, body });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('know no %s', async (method) => {
    const response = await json('/rpc/places/tree', '{}', method);
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'http.not-found' }]);
  });

  it('answer what is nested too deep as what is no JSON', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const path of ['/rpc/places/tree', '/api/q/places/tree']) {
      const response = await json(path, deep);
      expect([path, response.status, await response.json()]).toMatchObject([
        path,
        400,
        { code: 'http.bad-request' },
      ]);
    }
  });

  it.each(['application/octet-stream', 'application/json'])(
    'log a body of %s that is cut off as nobody’s fault',
    async (type) => {
      const before = server.logged.length;
      const { hostname, port } = new URL(server.address);
      const socket = connect(Number(port), hostname);
      const path = `/api/areas/${secretary.areaId}/files/${crypto.randomUUID()}/upload?from=0`;
      const lines = [
        `${type === 'application/json' ? 'POST' : 'PATCH'} ${path} HTTP/1.1`,
        ...[
          'host: x',
          `cookie: ${secretary.cookie}`,
          `content-type: ${type}`,
          'content-length: 5000',
          '',
          '{"half',
        ],
      ];
      socket.write(lines.join('\r\n'));
      await sleep(300);
      socket.destroy();
      await vi.waitUntil(
        () => server.logged.slice(before).some((line) => line.includes('the sender went away')),
        {
          timeout: 30_000,
        },
      );
      const faults = server.logged.slice(before).filter((line) => /"level":[56]0/.test(line));
      expect(faults).toEqual([]);
    },
  );

  it('take a form without a boundary for one without a file', async () => {
    const response = await secretary.fetch('/api/people/import', {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data' },
      body: 'no boundary',
    });
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'people.import-no-file' }]);
  });

  it('say that a value is wrong which no row can hold', async () => {
    const asked = { text: '甲\u0000乙', limit: 10 };
    const response = await json('/rpc/people/search', JSON.stringify({ json: asked }));
    expect(response.status).toBeLessThan(500);
    const duties = await secretary.fetch('/api/q/roster/duties?from=-9007199254740991&until=0');
    expect(duties.status).toBe(400);
  });
});
