import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('say that a value is wrong which no row can hold', async () => {
    const asked = { text: '甲\u0000乙', limit: 10 };
    const response = await json('/rpc/people/search', JSON.stringify({ json: asked }));
    expect(response.status).toBeLessThan(500);
    const duties = await secretary.fetch('/api/q/roster/duties?from=-9007199254740991&until=0');
    expect(duties.status).toBe(400);
  });
});
