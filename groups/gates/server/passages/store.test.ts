import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { DAY, GatesWorld } from '../../testing/world.ts';
import { outingsOf } from './store.ts';

const HOUSEHOLDS = 100;
const EACH = 30;

let t: GatesWorld;
let households: readonly string[];
beforeAll(async () => {
  t = await GatesWorld.open(1);
  households = Array.from({ length: HOUSEHOLDS }, () => t.newId());
  await t.world.write(async (tx) => {
    await sql`
      insert into gates.passage (area_id, id, version, gate_id, direction, subject, household_id, at, outcome, rule,
        note, counts, by)
      select ${tx.areaId}, gen_random_uuid(), 1, ${t.gate(0)}, 'out', 'resident', household,
        ${new Date(t.now)}::timestamptz - n * interval '1 day', 'allowed', 'within-outings', '', n % 3 = 0, 'someone'
      from unnest(${households}::uuid[]) as household cross join generate_series(0, ${EACH - 1}::int) as n`.execute(
      tx.db,
    );
  });
});
afterAll(() => t.close());

/** Rows of passages this transaction has fetched by any index, wanted or not. */
const fetched = async (tx: AreaTx): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select idx_tup_fetch::int4 as n from pg_stat_xact_user_tables
    where schemaname = 'gates' and relname = 'passage'`.execute(tx.db);
  return rows[0]?.n ?? Number.NaN;
};

it('outings are found by their household, also before the database has counted anything', async () => {
  await t.world.write(async (tx) => {
    const before = await fetched(tx);
    const found = await outingsOf(tx, households, t.now, t.now, 7);
    const inSpan = [0, 3, 6].length;
    expect(found).toHaveLength(HOUSEHOLDS * inSpan);
    expect(found.every(({ counts, at }) => counts && at > t.now - 7 * DAY)).toBe(true);
    // By time alone every household would read those of all.
    expect((await fetched(tx)) - before).toBeLessThanOrEqual((HOUSEHOLDS * EACH) / 3);
  });
});
