import { Agent, request } from 'node:http';
import { PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';

/** One phone: a session in one area and its own commands, minted as it goes. */
export interface Phone {
  readonly areaId: string;
  readonly cookie: string;
  readonly memberId: string;
  readonly deviceId: string;
  /** The next commands of this phone; fewer than asked for when its people are all sampled. */
  next(count: number): readonly { readonly id: string }[];
}

export interface LoadResult {
  readonly seconds: number;
  readonly acknowledged: readonly string[];
  readonly outcomes: Readonly<Record<string, number>>;
  /** Round trip of each push, ms. */
  readonly latencies: readonly number[];
}

/** Each phone's bodies of push requests, one after the other. */
export type Minted = ReadonlyMap<Phone, Iterator<string>>;

/**
 * Phones mint their commands as people come, long before they push them: so many are made here before any clock
 * starts, shared among the phones, and more as they are asked for.
 */
export function mint(phones: readonly Phone[], batch: number, commands: number): Minted {
  const batches = Math.ceil(commands / phones.length / batch);
  return new Map(phones.map((phone) => [phone, bodiesOf(phone, batch, batches)]));
}

/** Every phone pushes its next batch as soon as the last is answered, for so many seconds. */
export async function pushLoad(address: string, minted: Minted, seconds: number): Promise<LoadResult> {
  const acknowledged: string[] = [];
  const latencies: number[] = [];
  const outcomes: Record<string, number> = {};
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    [...minted].map(async ([phone, bodies]) => {
      while (performance.now() < end) {
        const body = bodies.next();
        if (body.done) return;
        const sent = performance.now();
        const { answers } = await send(address, phone, body.value);
        latencies.push(performance.now() - sent);
        for (const answer of answers) {
          acknowledged.push(answer.id);
          outcomes[answer.outcome] = (outcomes[answer.outcome] ?? 0) + 1;
        }
      }
    }),
  );
  return { seconds: (performance.now() - start) / 1000, acknowledged, outcomes, latencies };
}

/** Node's own client: `fetch` costs the load generator several times as much of the shared cores. */
const agent = new Agent({ keepAlive: true });

/** An answer other than 200: nothing is acknowledged, the commands stay with the phone. */
export class PushFailed extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`push answered ${status}: ${text}`);
  }
}

/** What a phone says of itself with a push. */
export interface SaysOfItself {
  readonly protocol?: number;
  /** Server minus phone, ms; null: never measured. */
  readonly clockOffset?: number | null;
}

/** One batch over HTTP. @throws `PushFailed`, or what the socket said */
export function push(
  address: string,
  phone: Phone,
  commands: readonly unknown[],
  says: SaysOfItself = {},
): Promise<PushResponse> {
  return send(address, phone, bodyOf(phone, commands, says));
}

const bodyOf = ({ deviceId }: Phone, commands: readonly unknown[], says: SaysOfItself = {}): string =>
  JSON.stringify({ protocol: PROTOCOL, deviceId, clockOffset: 0, ...says, commands });

function bodiesOf(phone: Phone, size: number, batches: number): Iterator<string> {
  const ready: string[] = [];
  const more = (): string | null => {
    const commands = phone.next(size);
    return commands.length === 0 ? null : bodyOf(phone, commands);
  };
  for (let i = 0; i < batches; i++) {
    const body = more();
    if (body !== null) ready.push(body);
  }
  return (function* () {
    yield* ready;
    for (let body = more(); body !== null; body = more()) yield body;
  })();
}

function send(address: string, { areaId, cookie }: Phone, body: string): Promise<PushResponse> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
  return new Promise((resolve, reject) => {
    const sending = request(
      `${address}/api/areas/${areaId}/push`,
      { method: 'POST', agent, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text) as PushResponse);
          else reject(new PushFailed(response.statusCode ?? 0, text));
        });
      },
    );
    sending.once('error', reject);
    sending.end(body);
  });
}
