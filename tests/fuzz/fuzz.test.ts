import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#apps/server/migrations.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { type FuzzResult, fuzz } from './fuzz.ts';
import { faultsOf, table } from './report.ts';

/** The short form of `npm run fuzz`; how fast answers come is for the long one, on a machine that does nothing else. */
const REQUESTS = 1_500;
const SEED = Number(process.env.CONCERTO_FUZZ_SEED ?? Date.now() % 1_000_000);
const BUSY = 900_000;

describe(`${REQUESTS} requests of all sorts, seed ${SEED}`, () => {
  let database: TestDatabase;
  let dataFolder: string;
  let result: FuzzResult;

  beforeAll(async () => {
    database = await testDatabase(migrations);
    dataFolder = await mkdtemp(join(tmpdir(), 'concerto-fuzz-'));
    result = await fuzz({ databaseUrl: database.url, dataFolder, requests: REQUESTS, seed: SEED });
    process.stdout.write(`${table(result)}\n`);
  }, BUSY);
  afterAll(async () => {
    await database.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  it('left the server without a fault, a leak or a word about anybody', () => {
    expect(result.findings.requests).toBeGreaterThanOrEqual(REQUESTS);
    expect(faultsOf(result)).toEqual([]);
  });

  it('reached every operation of the document, and got through with many', () => {
    const { findings, commands, queries } = result;
    const accepted = (names: readonly string[]) =>
      names.filter((name) => findings.reach.get(name)?.accepted).length;
    expect(accepted(commands.map((kind) => `command ${kind}`))).toBeGreaterThan(commands.length / 3);
    expect(accepted(queries.map((name) => `query ${name}`))).toBeGreaterThan(queries.length / 2);
  });
});
