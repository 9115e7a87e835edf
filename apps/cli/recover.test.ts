import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningServer } from '#apps/server/config.ts';
import { startServer } from '#apps/server/main.ts';
import { migrations } from '#apps/server/migrations.ts';
import { clientOf, showSecondFactor } from '#apps/server/testing-server.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { cliOf, runCli } from './main.ts';

const SECRETARY = { name: '王书记', phone: '19900000001', pin: '246810' };
let database: TestDatabase;
let dataFolder: string;
let server: RunningServer;
let said: string[];
let complained: string[];

beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-recover-'));
  server = await startServer({
    databaseUrl: database.url,
    dataFolder,
    port: 0,
    host: '127.0.0.1',
    webRoot: 'no-web-build',
    log: pino({ level: 'silent' }),
  });
  const token = server.setupLink?.split('#')[1];
  await post('/api/setup', { token, areaName: '清源居民区', ...SECRETARY });
});
afterAll(async () => {
  await server?.close();
  await database?.close();
  await rm(dataFolder, { recursive: true, force: true });
});
beforeEach(() => {
  said = [];
  complained = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((line) => void complained.push(String(line)));
  return () => spy.mockRestore();
});

const post = (path: string, body: object) =>
  fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const recover = (...args: string[]) =>
  runCli(['recover', ...args], {
    ...cliOf({
      LANG: 'en_GB.UTF-8',
      CONCERTO_DATA: dataFolder,
      DATABASE_URL: database.url,
      CONCERTO_ORIGIN: 'https://concerto.test',
    }),
    say: (line) => void said.push(line),
  });
const { phone } = SECRETARY;

describe('concerto recover', () => {
  it('prints a link, beside the running server, that sets the secretary’s new PIN once', async () => {
    expect(await recover()).toBe(0);
    const link = new URL(said.find((line) => line.startsWith('https://')) ?? '');
    expect(link.pathname).toBe('/phone/new-pin');
    const path = `/api/new-pin/${link.hash.slice(1)}`;
    expect((await post(path, { pin: '739164' })).status).toBe(200);
    expect((await post('/api/sign-in', { phone, pin: '739164' })).status).toBe(200);
    expect((await post('/api/sign-in', { phone, pin: SECRETARY.pin })).status).toBe(401);
    expect((await post(path, { pin: '582047' })).status).toBe(409);
  });

  it('is in the log as the command line’s doing, and prints no PIN and no phone', async () => {
    await recover('--area', '清源居民区', '--name', SECRETARY.name);
    const { rows } = await sql<{ actorId: string }>`
      select actor_id from kernel.command_log
      where kind = 'accounts.offer-new-pin' order by version desc limit 1`.execute(database.owner);
    expect(rows).toEqual([{ actorId: 'cli' }]);
    expect(said.join('\n')).not.toMatch(/19900000001|739164/);
  });

  it('takes authenticator and passkeys off too when asked, for who lost the phone', async () => {
    expect(await recover('--second-factor')).not.toBe(0);
    const signedIn = await clientOf(server.address, await post('/api/sign-in', { phone, pin: '739164' }));
    await showSecondFactor(signedIn, '739164');
    expect((await post('/api/sign-in', { phone, pin: '739164' })).status).toBe(401);
    said = [];
    expect(await recover('--second-factor')).toBe(0);
    expect(said[0]).toContain('authenticator and passkeys were removed');
    expect((await post('/api/sign-in', { phone, pin: '739164' })).status).toBe(200);
  });

  it('ends with 2 where there is no such area, nobody of that name, or a wrong option', async () => {
    expect(await recover('--area', '长安居民区')).toBe(2);
    expect(await recover('--name', '没有这个人')).toBe(2);
    expect(await recover('--force')).toBe(2);
    expect(said).toEqual([]);
    expect(complained.join('\n')).toContain('no secretary');
  });
});
