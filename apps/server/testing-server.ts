import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { paths, type SecondFactorBegun } from '#core/accounts/contract.ts';
import { totpCode } from '#core/accounts/domain/totp.ts';
import { confirmNotice } from '#core/privacy/testing/notice.ts';
import { testDatabase } from '#kernel/db/testing/database.ts';
import { PROTOCOL } from '#kernel/sync/protocol.ts';
import { uuidv7 } from '#kernel/time-id/uuid.ts';
import type { RunningServer, ServerConfig } from './config.ts';
import { startServer } from './main.ts';
import { migrations } from './migrations.ts';

/** The whole house over a database of its own, for tests that speak HTTP. What it logs is kept to be looked at. */
export interface TestServer extends RunningServer {
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly logged: string[];
}

export async function openTestServer(
  webRoot = 'no-web-build',
  behind: Pick<ServerConfig, 'publicOrigin' | 'tls' | 'clock' | 'closing'> = {},
): Promise<TestServer> {
  const database = await testDatabase(migrations);
  const dataFolder = await mkdtemp(join(tmpdir(), 'concerto-server-'));
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const server = await startServer({
    databaseUrl: database.url,
    dataFolder,
    port: 0,
    host: '127.0.0.1',
    webRoot,
    log,
    ...behind,
  });
  return {
    ...server,
    dataFolder,
    databaseUrl: database.url,
    logged,
    async close() {
      await server.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A signed-in member with one place, as a browser would speak for him or her. */
export class Client {
  readonly deviceId = crypto.randomUUID();

  constructor(
    private readonly address: string,
    readonly cookie: string,
    readonly areaId: string,
    readonly memberId: string,
  ) {}

  /** The same person with the same session, in another place of his or hers. */
  at(areaId: string, memberId: string): Client {
    return new Client(this.address, this.cookie, areaId, memberId);
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie: this.cookie, 'x-concerto-area': this.areaId, ...init.headers };
    return fetch(`${this.address}${path}`, { ...init, headers });
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  envelope(kind: string, body: unknown, v = 1) {
    const claimedAt = Date.now();
    return { id: uuidv7(claimedAt), kind, v, claimedAt, actorId: this.memberId, body };
  }

  push(commands: readonly unknown[]): Promise<Response> {
    const { deviceId } = this;
    return this.post(`/api/areas/${this.areaId}/push`, {
      protocol: PROTOCOL,
      deviceId,
      clockOffset: 0,
      commands,
    });
  }

  pull(held: Readonly<Record<string, number>> = {}, pending = 0): Promise<Response> {
    const { deviceId } = this;
    return this.post(`/api/areas/${this.areaId}/pull`, { protocol: PROTOCOL, deviceId, held, pending });
  }
}

interface SessionPlaces {
  readonly places: readonly { readonly areaId: string; readonly memberId: string }[];
}

/** The client of an answer that signed somebody in: set-up, sign-in or join. */
export async function clientOf(address: string, response: Response): Promise<Client> {
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const place = ((await response.json()) as SessionPlaces).places[0];
  if (!place) throw new Error('the session has no place');
  return new Client(address, cookie, place.areaId, place.memberId);
}

/** Sets up an area through the one-time link, as the first visitor would, and confirms its notice. */
export async function setUpArea(server: TestServer, areaName = '清源居民区'): Promise<Client> {
  const token = server.setupLink?.split('#')[1];
  const response = await fetch(`${server.address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, areaName, name: '王书记', phone: '19900000001', pin: '246810' }),
  });
  const client = await clientOf(server.address, response);
  const { kind, body } = confirmNotice(areaName, crypto.randomUUID());
  await client.push([client.envelope(kind, body)]);
  return client;
}

/** An authenticator for whoever `setUpArea` made, shown just now: exports are open for ten minutes. */
export async function showSecondFactor(client: Client, pin = '246810'): Promise<void> {
  const begun = await client.post(paths.beginSecondFactor, { pin });
  const { secret } = (await begun.json()) as SecondFactorBegun;
  const answer = await client.post(paths.confirmSecondFactor, { code: totpCode(secret, Date.now()) });
  if (!answer.ok) throw new Error(`the authenticator was refused: ${answer.status}`);
}
