import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the way between phones and server does to requests. */
export type LineFault =
  | 'none'
  /** Cut while the batch is on its way. */
  | 'cut-request'
  /** Cut after the server has answered, before the phone hears of it. */
  | 'cut-answer'
  /** Late, and brought to the server a second time, also after newer ones. */
  | 'doubled';

const FAULTY = 0.6;
const LATE_MS = 150;

export interface Line {
  readonly address: string;
  fault: LineFault;
  close(): Promise<void>;
}

/** A way to the server that can be told to fail. @param target where the server listens now */
export async function openLine(target: () => string, random: () => number): Promise<Line> {
  const late = new Set<Promise<unknown>>();
  const line = { fault: 'none' as LineFault };

  async function carry(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bodyOf(asked);
    const fault = random() < FAULTY ? line.fault : 'none';
    if (fault === 'cut-request') {
      halfSend(target(), asked, body, Math.floor(random() * body.length));
      asked.socket.destroy();
      return;
    }
    if (fault === 'doubled') {
      await sleep(random() * LATE_MS);
      const again = sleep(random() * LATE_MS * 2).then(() => send(target(), asked, body));
      // Nobody waits for the second one; that it may fail as every request may is part of the line.
      const heard = again.catch(() => undefined).finally(() => late.delete(heard));
      late.add(heard);
    }
    const { status, headers, text } = await send(target(), asked, body);
    if (fault === 'cut-answer') {
      asked.socket.destroy();
      return;
    }
    if (fault === 'doubled') await sleep(random() * LATE_MS);
    answer.writeHead(status, { 'content-type': headers['content-type'] ?? 'application/json' });
    answer.end(text);
  }

  const server = createServer((asked, answer) => {
    // A server that is away is a line that is cut.
    carry(asked, answer).catch(() => asked.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(line, {
    address: `http://127.0.0.1:${port}`,
    async close() {
      await Promise.all(late);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: Buffer;
}

function send(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${target}${url}`,
      { method, headers: { ...headers, connection: 'close' } },
      (answer) => {
        bodyOf(answer).then(
          (text) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }),
          reject,
        );
      },
    );
    sending.once('error', reject);
    sending.end(body);
  });
}

/** The head and a part of the body, and then nothing more. */
function halfSend(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  bytes: number,
): void {
  const sending = request(`${target}${url}`, { method, headers: { ...headers, connection: 'close' } });
  // Cut on purpose.
  sending.once('error', () => undefined);
  sending.write(body.subarray(0, bytes), () => sending.destroy());
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
