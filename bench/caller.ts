import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PROTOCOL, type PushResponse } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { ForkedServer } from './forked-server.ts';
import { type Joined, join } from './push/phone.ts';
import type { QueryTime } from './query-clock.ts';

const JSON_TYPE = 'application/json';

/** An answer as it came over the line. */
export interface Heard {
  readonly body: Buffer;
  /** Bytes before they were unpacked. */
  readonly travelled: Buffer;
  readonly encoding: string | undefined;
}

export interface Timed<T> {
  readonly value: T;
  readonly ms: number;
  readonly database: QueryTime;
}

/** An area with invitations for those who work in it. */
export interface OpenArea {
  readonly areaId: string;
  readonly tokens: readonly string[];
}

/** What somebody did. */
export interface Done {
  readonly kind: string;
  readonly body: unknown;
  /** When, epoch ms; none: now. */
  readonly at?: number;
}

/** Somebody signed in at a server. */
export class Caller {
  readonly deviceId = uuidv7(Date.now());

  constructor(
    readonly server: ForkedServer,
    readonly areaId: string,
    readonly who: Joined,
  ) {}

  static async join(server: ForkedServer, { areaId, tokens }: OpenArea, index: number): Promise<Caller> {
    return new Caller(server, areaId, await join(server.address, tokens[index] ?? '', `组员${index}`));
  }

  /** The same person at another server, whose database is a copy. */
  at(server: ForkedServer): Caller {
    return new Caller(server, this.areaId, this.who);
  }

  /** How long it took, and how long of it the database. */
  async timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
    const before = (await this.server.ask('query-time')) as QueryTime;
    const begun = performance.now();
    const value = await work();
    const ms = performance.now() - begun;
    const after = (await this.server.ask('query-time')) as QueryTime;
    const database = { ms: after.ms - before.ms, statements: after.statements - before.statements };
    return { value, ms, database };
  }

  /** A query as a screen asks it. @param name `<module>/<query>` */
  async query<T>(name: string, input: object = {}): Promise<T> {
    const { body } = await this.send(`/rpc/${name}`, JSON.stringify({ json: input }), JSON_TYPE);
    return (JSON.parse(body.toString()) as { json: T }).json;
  }

  /** Everything done or flagged, or it throws. */
  async push(deeds: readonly Done[]): Promise<PushResponse['answers']> {
    const { memberId: actorId } = this.who;
    const commands = deeds.map(({ kind, body, at }) => {
      const now = Date.now();
      return { id: uuidv7(now), kind, v: 1, claimedAt: at ?? now, actorId, body };
    });
    const said = { protocol: PROTOCOL, deviceId: this.deviceId, clockOffset: 0, commands };
    const { body } = await this.send(this.path('push'), JSON.stringify(said), JSON_TYPE);
    const { answers } = JSON.parse(body.toString()) as PushResponse;
    const bad = answers.find(({ outcome }) => outcome !== 'done' && outcome !== 'flagged');
    if (bad) throw new Error(`${bad.outcome}: ${JSON.stringify(bad.problems)}`);
    return answers;
  }

  async upload<T>(path: string, file: Buffer): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(file)]), 'results.csv');
    const packed = new Response(form);
    const type = packed.headers.get('content-type') ?? '';
    const { body } = await this.send(path, Buffer.from(await packed.arrayBuffer()), type);
    return JSON.parse(body.toString()) as T;
  }

  path = (rest: string): string => `/api/areas/${this.areaId}/${rest}`;

  send(path: string, body: string | Buffer, type: string): Promise<Heard> {
    const { cookie } = this.who;
    const headers = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'accept-encoding': 'br, gzip',
      'x-concerto-area': this.areaId,
      cookie,
    };
    return new Promise((resolve, reject) => {
      const sending = request(`${this.server.address}${path}`, { method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const travelled = Buffer.concat(chunks);
          const encoding = response.headers['content-encoding'];
          const heard = { body: unpacked(travelled, encoding), travelled, encoding };
          if (response.statusCode === 200) resolve(heard);
          else reject(new Error(`${path} answered ${response.statusCode}: ${heard.body.toString()}`));
        });
      });
      sending.once('error', reject);
      sending.end(body);
    });
  }
}

function unpacked(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(bytes);
  return encoding === 'gzip' ? gunzipSync(bytes) : bytes;
}
