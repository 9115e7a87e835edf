import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface Got {
  /** 0: the server closed the line without an answer. */
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
/** Streams have no end of their own. */
const READ_AT_MOST = 3_000_000;
const GIVE_UP_MS = 30_000;

export function ask(address: string, { method, path, headers, body }: Asked): Promise<Got> {
  const begun = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, type: string, text: string) =>
      resolve({ status, type, text, ms: performance.now() - begun });
    const { hostname, port } = new URL(address);
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sending = request(
      { hostname, port, path, method, agent, headers: { ...length, ...headers }, timeout: GIVE_UP_MS },
      (response) => {
        const type = String(response.headers['content-type'] ?? '');
        const status = response.statusCode ?? 0;
        if (type.startsWith('text/event-stream')) {
          response.destroy();
          return done(status, type, '');
        }
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size < READ_AT_MOST) chunks.push(chunk);
        });
        response.once('end', () => done(status, type, Buffer.concat(chunks).toString()));
        response.once('error', () => done(status, type, Buffer.concat(chunks).toString()));
      },
    );
    sending.once('timeout', () => sending.destroy(new Error('no answer')));
    sending.once('error', (error) => done(0, '', error.message));
    sending.end(body ?? undefined);
  });
}

/** Begins a request, says a byte now and then, and goes without having ended it. */
export async function dawdle(address: string, path: string, bytes: number): Promise<void> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  // The server may end what takes too long; that is its answer.
  socket.on('error', () => undefined);
  socket.resume();
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n`,
  );
  for (let i = 0; i < bytes && !socket.destroyed; i++) {
    socket.write(i === 2 ? '\r\n{' : i < 2 ? `x-slow-${i}: a\r\n` : ' ');
    await sleep(40);
  }
  socket.destroy();
}
