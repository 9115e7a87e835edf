import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#apps/server/house.ts';
import { migrations } from '#apps/server/migrations.ts';
import { exportRegister } from '#core/people/server/export-register.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import type { Caller } from '#kernel/host.ts';
import { readSheet } from '#kernel/sheet/read.ts';
import { DEMO_AREA_NAME, seedDemo } from './demo.ts';
import { importRegister } from './import-register.ts';

let database: TestDatabase;
let dataFolder: string;
let house: House;
let by: Caller;
let sheet: Buffer;

beforeAll(async () => {
  database = await testDatabase(migrations);
  dataFolder = await mkdtemp(join(tmpdir(), 'concerto-export-'));
  house = await openHouse({ databaseUrl: database.url, dataFolder, log: pino({ level: 'silent' }) });
  by = house.system(await house.areaNamed(DEMO_AREA_NAME));
  await seedDemo(house.host, by);
  sheet = (await house.host.read(by.areaId, exportRegister)).bytes;
});
afterAll(async () => {
  await house.close();
  await database.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const residents = () =>
  house.host.read(by.areaId, async (tx) => {
    const { rows } = await sql`select * from people.resident order by id`.execute(tx.db);
    return rows;
  });

describe('the exported register', () => {
  it('has a sheet per compound, names in full, numbers masked', () => {
    const book = readSheet(sheet);
    expect(book.sheets.map((one) => one.name)).toEqual(['东园路小区', '海棠大厦', '清源小区']);
    const texts = book.sheets.flatMap((one) =>
      one.rows.flatMap((row) => row.cells.map((cell) => cell?.text ?? '')),
    );
    expect(texts.length).toBeGreaterThan(50_000);
    expect(texts.filter((text) => /^310199\d{11}[\dX]$/.test(text))).toEqual([]);
    expect(texts.filter((text) => /^199\d{8}$/.test(text))).toEqual([]);
    expect(texts.filter((text) => /^310\*{11}\d{3}[\dX]$/.test(text)).length).toBeGreaterThan(3_000);
  });

  it('changes nobody when it is imported again', async () => {
    const before = await residents();
    const report = await importRegister(house, {
      area: DEMO_AREA_NAME,
      fileName: '居民册',
      bytes: sheet,
      dryRun: false,
      language: 'zh-CN',
      onNotice: () => undefined,
      onProgress: () => undefined,
    });
    expect(report.created).toEqual({ compounds: 0, buildings: 0, households: 0, residents: 0 });
    expect(report.changed).toBe(0);
    expect(await residents()).toEqual(before);
  });
});
