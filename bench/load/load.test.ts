import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#apps/server/migrations.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { type LoadResult, load } from './load.ts';

/** The small form of `npm run load`: what is kept, not how fast. */
const BUSY = 600_000;

describe('20 phones that come back at once with 20 commands each, while consoles watch', () => {
  let database: TestDatabase;
  let dataFolder: string;
  let result: LoadResult;

  beforeAll(async () => {
    database = await testDatabase(migrations);
    dataFolder = await mkdtemp(join(tmpdir(), 'concerto-load-'));
    const { url: databaseUrl } = database;
    result = await load({ databaseUrl, dataFolder, phones: 20, commands: 20, consoles: 4 });
  }, BUSY);
  afterAll(async () => {
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('have each command acknowledged and kept exactly once', () => {
    const { heard, found, doubled } = result;
    expect([heard.refused, heard.turnedAway]).toEqual([[], []]);
    expect(new Set(heard.acknowledged).size).toBe(400);
    expect({ found, doubled }).toEqual({ found: 400, doubled: 0 });
  });

  it('leave no console without its answer', () => {
    expect(result.watched.failed).toEqual([]);
    expect(result.watched.latencies.length).toBeGreaterThanOrEqual(4);
  });
});
