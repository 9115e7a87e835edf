import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import type { Caller } from '#kernel/host.ts';
import { DEMO_AREA_NAME, seedDemo } from './demo.ts';

let database: TestDatabase;
let dataFolder: string;
let house: House;
let by: Caller;

beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-demo-'));
  house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  by = house.system(await house.areaNamed(DEMO_AREA_NAME));
});
afterAll(async () => {
  await house.close();
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

interface Counts {
  readonly buildings: number;
  readonly residents: number;
  readonly volunteers: number;
  readonly duties: number;
  readonly flagged: number;
}

async function counts(): Promise<Counts> {
  const { rows } = await house.host.read(by.areaId, (tx) =>
    sql<Counts>`select
      (select count(*)::int4 from places.building) as buildings,
      (select count(*)::int4 from people.resident) as residents,
      (select count(*)::int4 from accounts.member where role <> 'command') as volunteers,
      (select count(*)::int4 from roster.duty) as duties,
      (select count(*)::int4 from kernel.command_log where outcome <> 'done') as flagged`.execute(tx.db),
  );
  const [row] = rows;
  if (!row) throw new Error('counting gives a row');
  return row;
}

describe('the demo area', () => {
  it('stands in less than ten seconds, with nothing refused or flagged', async () => {
    const began = performance.now();
    await seedDemo(house.host, by);
    expect(performance.now() - began).toBeLessThan(10_000);
    const found = await counts();
    expect(found).toMatchObject({ buildings: 82, volunteers: 120, duties: 104, flagged: 0 });
    expect(found.residents).toBeGreaterThan(3_300);
  });

  it('adds nothing when it is seeded again', async () => {
    const { flagged: _, ...before } = await counts();
    await seedDemo(house.host, by);
    expect(await counts()).toMatchObject(before);
  });
});
