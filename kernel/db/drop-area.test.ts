import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropArea } from './drop-area.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { noKeys } from './testing/no-keys.ts';
import { standOf } from './testing/stand.ts';
import { inArea } from './transaction.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([
    { name: 'things', migrations: new URL('./testing/things/', import.meta.url) },
  ]);
});
afterAll(() => database.close());

const fill = (areaId: string) =>
  inArea(database.db, areaId, noKeys, async (tx) => {
    await sql`insert into things.thing (area_id, id, label, small_count, version, open, tags)
      values (${areaId}, ${randomUUID()}, 'thing', 1, 1, true, '[]')`.execute(tx.db);
    await sql`insert into kernel.tombstone (area_id, term, collection, row_id, version)
      values (${areaId}, 'a', 'b', ${randomUUID()}, 1)`.execute(tx.db);
  });

it('takes every row of one area, also those others refer to, and nothing of the next', async () => {
  const [gone, standing] = [await database.newArea('gone'), await database.newArea('standing')];
  await fill(gone);
  await fill(standing);
  const before = await standOf(database.owner, standing);
  await dropArea(database.owner, gone);
  const left = Object.entries(await standOf(database.owner, gone)).filter(([, rows]) => rows > 0);
  expect(left).toEqual([]);
  expect(await standOf(database.owner, standing)).toEqual(before);
});

it('an area that is not here is no fault', async () => {
  await dropArea(database.owner, randomUUID());
});

it('the app itself may not: the log is append-only for it', async () => {
  const area = await database.newArea('kept');
  await fill(area);
  await expect(dropArea(database.db, area)).rejects.toThrow(/permission denied/);
  expect((await standOf(database.owner, area))['things.thing']).toBe(1);
});
