import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { startServer } from '#apps/server/main.ts';
import {
  type Client,
  clientOf,
  openTestServer,
  setUpArea,
  type TestServer,
} from '#apps/server/testing-server.ts';
import { newDatabase } from '#kernel/backup/testing/servers.ts';
import { cliOf, runCli } from './main.ts';

/** A day at the desk: a backup at noon, the machine breaks in the afternoon, another one takes over. */
let server: TestServer;
let folder: string;
let desk: Client;
beforeAll(async () => {
  server = await openTestServer();
  folder = await mkdtemp(join(tmpdir(), 'concerto-restored-'));
  desk = await setUpArea(server);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const member = (name: string, phone: string, id = crypto.randomUUID()) => {
  const body = {
    memberId: id,
    name,
    phone,
    role: 'leader',
    group: 'testing',
    residentId: null,
    accountId: null,
  };
  return desk.envelope('accounts.add-member', body);
};
interface Pulled {
  readonly version: number;
  readonly terms: readonly { readonly term: string; readonly snapshot: boolean }[];
}
const pulled = async (by: Client, held: Record<string, number> = {}) =>
  (await (await by.pull(held)).json()) as Pulled;
const outcomes = async (answer: Response) =>
  ((await answer.json()) as { answers: { outcome: string }[] }).answers.map(({ outcome }) => outcome);

const verb = (args: readonly string[], url: string, dataFolder: string) =>
  runCli(args, {
    ...cliOf({ DATABASE_URL: url, CONCERTO_DATA: dataFolder, LANG: 'en' }),
    say: () => undefined,
  });

it('the desk signs in as before, phones take everything anew, and what was lost is done again', async () => {
  const [before, after] = [member('午前', '19900000011'), member('午后', '19900000012')];
  expect(await outcomes(await desk.push([before]))).toEqual(['done']);
  const file = join(folder, 'noon.age');
  expect(await verb(['backup', file], server.databaseUrl, server.dataFolder)).toBe(0);
  expect(await outcomes(await desk.push([after]))).toEqual(['done']);
  const { version } = await pulled(desk);

  const { url } = await newDatabase(inject('postgresUrl'));
  const dataFolder = join(folder, 'other-machine');
  const key = join(server.dataFolder, 'backup-key.txt');
  expect(await verb(['restore', file, '--key', key], url, dataFolder)).toBe(0);
  const other = await startServer({
    databaseUrl: url,
    dataFolder,
    port: 0,
    host: '127.0.0.1',
    webRoot: 'none',
    log: pino({ level: 'silent' }),
  });
  try {
    expect(other.setupLink).toBeNull();
    const signIn = await fetch(`${other.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ phone: '19900000001', pin: '246810' }),
    });
    const again = await clientOf(other.address, signIn);
    const people = async () => (await again.fetch('/api/q/accounts/people')).text();
    expect(await people()).toContain('午前');
    expect(await people()).not.toContain('午后');

    // The cursor is of a version that this house never gave out.
    const first = await pulled(again, { 'accounts.me': version });
    expect(first.version).toBeGreaterThan(version);
    expect(first.terms.find(({ term }) => term === 'accounts.me')).toMatchObject({ snapshot: true });
    expect(
      (await pulled(again, { 'accounts.me': first.version })).terms.map(({ term }) => term),
    ).not.toContain('accounts.me');

    // The same commands again, as an outbox would send them: one is known, the other was lost.
    expect(await outcomes(await again.push([before, after]))).toEqual(['already', 'done']);
    expect(await people()).toContain('午后');
  } finally {
    await other.close();
  }
}, 120_000);
