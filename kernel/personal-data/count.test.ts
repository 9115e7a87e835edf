import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaTx } from '../db/area-tx.ts';
import { type TestDatabase, testDatabase } from '../db/testing/database.ts';
import { noKeys } from '../db/testing/no-keys.ts';
import { inArea } from '../db/transaction.ts';
import { countAll, countSome } from './count.ts';
import { countText, sumOf } from './count-text.ts';
import { rowsOf } from './rows.ts';

const THING = rowsOf('things.thing');
const OPEN = rowsOf('things.thing', sql`open`);

let database: TestDatabase;
let areaId: string;
const within = <T>(work: (tx: AreaTx) => Promise<T>) => inArea(database.db, areaId, noKeys, work);

/** Thirty things, ten of them open; another area has more. */
beforeAll(async () => {
  database = await testDatabase([
    { name: 'things', migrations: new URL('../db/testing/things/', import.meta.url) },
  ]);
  areaId = await database.newArea();
  for (const [area, things] of [
    [areaId, 30],
    [await database.newArea(), 50],
  ] as const) {
    await sql`insert into things.thing (area_id, id, label, small_count, version, open, tags)
      select ${area}, gen_random_uuid(), n::text, 0, 1, n <= 10, '[]' from generate_series(1, ${things}) as n`.execute(
      database.owner,
    );
  }
});
afterAll(() => database.close());

it('counts the area’s own rows, and of them those that are meant', async () => {
  expect(await within((tx) => countAll(tx, [THING]))).toBe(30);
  expect(await within((tx) => countAll(tx, [THING, OPEN]))).toBe(40);
});

it('stops for a screen where there are more than it waits for, and says so', async () => {
  expect(await within((tx) => countSome(tx, [THING], 30))).toEqual({ rows: 30, more: false });
  expect(await within((tx) => countSome(tx, [THING], 29))).toEqual({ rows: 29, more: true });
  expect(await within((tx) => countSome(tx, [THING, OPEN], 20))).toEqual({ rows: 30, more: true });
});

it('is put in words that never say less or more than was counted', () => {
  expect(countText({ rows: 1_204, more: false }, 'zh-CN')).toBe('1,204');
  expect(countText({ rows: 10_000, more: true }, 'zh-CN')).toBe('超过 10,000');
  expect(countText({ rows: 10_000, more: true }, 'en')).toBe('more than 10,000');
  const some = { rows: 5, more: false };
  expect(sumOf([some, some])).toEqual({ rows: 10, more: false });
  expect(sumOf([some, { rows: 20, more: true }])).toEqual({ rows: 25, more: true });
});
