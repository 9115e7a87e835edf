import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaTx } from './area-tx.ts';
import { arrayParam } from './array-param.ts';
import { KEPT, preparedName } from './prepared.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { noKeys } from './testing/no-keys.ts';
import { inArea } from './transaction.ts';

let database: TestDatabase;
let areaId: string;
beforeAll(async () => {
  database = await testDatabase([
    { name: 'things', migrations: new URL('./testing/things/', import.meta.url) },
  ]);
  areaId = await database.newArea();
});
afterAll(() => database.close());

const lookUp = (tx: AreaTx) =>
  sql`${sql.raw(KEPT)}
    select t.label from unnest(${arrayParam(
      'uuid',
      Array.from({ length: 50 }, () => randomUUID()),
    )}::uuid[]) as k (id)
    cross join lateral (
      select label from things.thing where area_id = ${tx.areaId} and id = k.id offset 0) as t`.execute(
    tx.db,
  );

const kept = async (tx: AreaTx) =>
  (
    await sql<{ n: number }>`select count(*)::int4 as n from pg_prepared_statements
    where statement like ${`${KEPT}%`} and generic_plans > 0`.execute(tx.db)
  ).rows[0]?.n;

/** Whole reads of the table within this transaction. */
const wholeReads = async (tx: AreaTx) =>
  (
    await sql<{
      n: number;
    }>`select seq_scan as n from pg_stat_xact_user_tables where relname = 'thing'`.execute(tx.db)
  ).rows[0]?.n;

const often = async (tx: AreaTx) => {
  for (let i = 0; i < 25; i++) await lookUp(tx);
};

describe('a look-up that is asked for with every batch', () => {
  it('keeps a plan made while its table was empty, and reads a full one by key all the same', async () => {
    // Vacuumed while empty, the table has a known size of nothing: reading it whole could not be cheaper.
    await sql`vacuum analyze things.thing`.execute(database.owner);
    await inArea(database.db, areaId, noKeys, async (tx) => {
      await often(tx);
      expect(await kept(tx)).toBe(1);
      await sql`
        insert into things.thing (area_id, id, label, small_count, version, open, tags)
        select ${areaId}, gen_random_uuid(), 'thing', 1, 1, true, '[]' from generate_series(1, 5000)`.execute(
        tx.db,
      );
      await often(tx);
      expect(await wholeReads(tx)).toBe(0);
    });
  });

  it('is planned anew while it is asked for more and more often, and its table grows', async () => {
    const plans = (tx: AreaTx) =>
      sql<{ name: string }>`select name from pg_prepared_statements where statement like ${`${KEPT}%`}`
        .execute(tx.db)
        .then(({ rows }) => rows.length);
    await inArea(database.db, areaId, noKeys, async (tx) => {
      const before = await plans(tx);
      for (let i = 0; i < 8; i++) await often(tx);
      expect(await plans(tx)).toBeGreaterThan(before);
    });
  });

  it('is planned anew at once where few uses ask for many keys', () => {
    const text = `${KEPT} select of many`;
    const one = () => preparedName(text, [arrayParam('uuid', [randomUUID()])], true);
    const names = Array.from({ length: 12 }, one).filter((name) => name !== undefined);
    expect(new Set(names).size).toBe(1);
    const ids = Array.from({ length: 500 }, () => randomUUID());
    const many = preparedName(text, [arrayParam('uuid', ids)], true);
    expect(names).not.toContain(many);
    expect(one()).toBe(many);
  });

  it('is planned anew by a transaction that only reads', async () => {
    const before = await inArea(
      database.db,
      areaId,
      noKeys,
      (tx) =>
        sql<{ n: number }>`select sum(calls)::int4 as n from (
        select generic_plans + custom_plans as calls from pg_prepared_statements
        where statement like ${`${KEPT}%`}) as k`.execute(tx.db),
      { readOnly: true },
    );
    await inArea(database.db, areaId, noKeys, often, { readOnly: true });
    const after = await inArea(
      database.db,
      areaId,
      noKeys,
      (tx) =>
        sql<{ n: number }>`select sum(calls)::int4 as n from (
        select generic_plans + custom_plans as calls from pg_prepared_statements
        where statement like ${`${KEPT}%`}) as k`.execute(tx.db),
      { readOnly: true },
    );
    expect(after.rows).toEqual(before.rows);
  });
});
