import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { packAll, unpackResponse } from '../columns.ts';
import { writeLines } from '../lines.ts';
import { PROTOCOL } from '../protocol.ts';
import { bodyText } from './codec.ts';
import { httpTransport } from './http-transport.ts';

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

async function answering(listener: RequestListener, timeoutMs = 5000) {
  const made = createServer(listener);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
  const transport = httpTransport({ areaId: 'a1', origin, timeoutMs });
  const pull = (signal = new AbortController().signal) =>
    transport.pull({ protocol: PROTOCOL, deviceId: 'd', held: {}, pending: 0 }, signal);
  return { transport, pull };
}

describe('the way over HTTP', () => {
  it('posts to the area and reads the answer', async () => {
    const seen: string[] = [];
    const { pull } = await answering((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
      response.end(JSON.stringify({ protocol: PROTOCOL, now: 1, version: 2, terms: [], drop: [] }));
    });
    expect(await pull()).toMatchObject({ version: 2 });
    expect(seen).toEqual(['POST /api/areas/a1/pull application/json']);
  });

  it('asks for an answer in lines and keeps what a long collection came as', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ id: `r${n}`, label: '1号' }));
    const term = { term: 't', snapshot: true, version: 2, more: false };
    const collections = packAll({ many: { rows, gone: [] } });
    const answer = { protocol: PROTOCOL, now: 1, version: 2, terms: [{ ...term, collections }], drop: [] };
    const asked: string[] = [];
    const { pull } = await answering((request, response) => {
      request.on('data', (chunk: Buffer) => asked.push(chunk.toString()));
      request.on('end', () => response.end(writeLines(answer)));
    });
    const taken = await pull();
    expect(JSON.parse(asked.join(''))).toMatchObject({ columns: true, lines: true });
    expect(unpackResponse(taken).terms[0]?.collections.many?.rows).toEqual(rows);
    const [part] = taken.terms;
    if (!part) throw new Error('no term');
    const rests = new TextDecoder().decode(bodyText({ collections: part.collections }));
    expect(rests).toContain('\\u53f7');
    expect(JSON.parse(rests)).toEqual(JSON.parse(JSON.stringify({ collections })));
  });

  it('passes on how long a busy server asks to wait', async () => {
    const { pull } = await answering((_request, response) => {
      response.writeHead(503, { 'retry-after': '7' }).end();
    });
    await expect(pull()).rejects.toMatchObject({ reason: 'unreachable', retryAfterMs: 7000 });
  });

  it('asks to sign in where nobody is', async () => {
    const { pull } = await answering((_request, response) => response.writeHead(401).end('{}'));
    await expect(pull()).rejects.toMatchObject({ reason: 'signed-out', retryAfterMs: null });
  });

  it('takes an answer cut off half-way, or a page put in between, for none', async () => {
    const cut = await answering((_request, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"protocol":');
      setTimeout(() => response.destroy(), 10);
    });
    await expect(cut.pull()).rejects.toMatchObject({ reason: 'unreachable' });
    server?.close();
    const portal = await answering((_request, response) => response.end('<html>please pay</html>'));
    await expect(portal.pull()).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('gives up in time, when it is closed, and when nobody listens', async () => {
    const slow = await answering(() => {}, 30);
    await expect(slow.pull()).rejects.toMatchObject({ reason: 'unreachable' });
    const closing = new AbortController();
    const given = slow.pull(closing.signal);
    closing.abort();
    await expect(given).rejects.toMatchObject({ reason: 'unreachable' });
    const nobody = httpTransport({ areaId: 'a1', origin: 'http://127.0.0.1:9' });
    const request = { protocol: PROTOCOL, deviceId: 'd', held: {}, pending: 0 };
    await expect(nobody.pull(request, new AbortController().signal)).rejects.toMatchObject({
      reason: 'unreachable',
    });
  });
});
