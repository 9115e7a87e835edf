import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { cliOf, runCli } from './main.ts';

let database: TestDatabase;
let dataFolder: string;

beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-practice-'));
  const house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  await house.areaNamed('清源居民区');
  await house.close();
});
afterAll(async () => {
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const said: string[] = [];
  const env = { DATABASE_URL: database.url, CONCERTO_DATA: dataFolder, LANG: 'zh_CN.UTF-8' };
  const spy = vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  const status = await runCli(['practice', ...args], { ...cliOf(env), say: (line) => void said.push(line) });
  spy.mockRestore();
  return { status, said: said.join('\n') };
}

/** Generations that stand. */
async function worlds() {
  const { rows } = await sql<{ generation: number }>`
    select generation from practice.world order by generation`.execute(database.owner);
  return rows.map((row) => row.generation);
}

describe('concerto practice reset', () => {
  it('makes the first world, then one in place of it', async () => {
    expect(await run('reset', '--area', '清源居民区')).toMatchObject({ status: 0 });
    expect(await worlds()).toEqual([1]);
    const again = await run('reset', '--area', '清源居民区');
    expect(again).toEqual({ status: 0, said: '清源居民区的练习已重来' });
    expect(await worlds()).toEqual([2]);
  });

  it('says how it is called, and does nothing for an area that is not here', async () => {
    expect(await run('reset')).toMatchObject({ status: 2 });
    expect(await run('--area', '清源居民区')).toMatchObject({ status: 2 });
    expect((await run('reset', '--area', '别处')).status).toBe(1);
    expect(await run('reset', '--area', '清源居民区（练习）')).toMatchObject({ status: 1 });
    expect(await worlds()).toEqual([2]);
  });
});
