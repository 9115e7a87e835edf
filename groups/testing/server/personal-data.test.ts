import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaKeys } from '#kernel/crypto/key-ring.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import { type TestDatabase, testDatabase } from '#kernel/db/testing/database.ts';
import { inArea } from '#kernel/db/transaction.ts';
import { countAll } from '#kernel/personal-data/count.ts';
import { testingPersonalData } from './personal-data.ts';

const CLOSED = Date.UTC(2022, 3, 4);
const LATER = CLOSED + 1;
const keys = areaKeys(randomBytes(32));
const roundId = randomUUID();
const [listed, unlisted] = [randomUUID(), randomUUID()];
const place = randomUUID();
const [called, visited] = [randomUUID(), randomUUID()];

let database: TestDatabase;
let areaId: string;
const within = <T>(work: (tx: AreaTx) => Promise<T>) => inArea(database.db, areaId, keys, work);
const keeping = () => {
  const [data] = testingPersonalData;
  if (!data || !('setting' in data.keeping)) throw new Error('rounds have a term');
  return data.keeping;
};

beforeAll(async () => {
  database = await testDatabase([
    { name: 'testing', migrations: new URL('../migrations/', import.meta.url) },
  ]);
  areaId = await database.newArea();
  await within(async ({ db }) => {
    await sql`insert into testing.round (area_id, id, version, name, mode, pool_ratio, scope, tube_series, state,
        created_at, closed_at)
      values (${areaId}, ${roundId}, 1, '第一轮', 'pooled', 10, '{}', '{}', 'closed', ${new Date(0)},
        ${new Date(CLOSED)})`.execute(db);
    await sql`insert into testing.expected (area_id, id, version, round_id, resident_id, building_id, status, reason)
      values (${areaId}, ${place}, 1, ${roundId}, ${listed}, ${randomUUID()}, 'expected', null)`.execute(db);
    const elsewhere = randomUUID();
    const code = { sealed: keys.seal('310199', 'c'), blind: keys.blindIndex('c', '310199') };
    const swab = async (residentId: string | null, placeId: string | null, unknown: boolean) => {
      const checkIn = randomUUID();
      await sql`insert into testing.check_in (area_id, id, version, round_id, resident_id, lane_id, at, by)
        values (${areaId}, ${checkIn}, 1, ${roundId}, ${residentId}, ${randomUUID()}, ${new Date(1)}, 'x')`.execute(
        db,
      );
      await sql`insert into testing.sample (area_id, id, version, round_id, resident_id, place_id, tube_id, lane_id,
          check_in_id, at, by, method, code_sealed, code_blind)
        values (${areaId}, ${randomUUID()}, 1, ${roundId}, ${residentId}, ${placeId}, ${randomUUID()},
          ${randomUUID()}, ${checkIn}, ${new Date(1)}, 'x', 'typed', ${unknown ? code.sealed : null},
          ${unknown ? code.blind : null})`.execute(db);
    };
    await sql`insert into testing.slot (area_id, id, version, round_id, site_id, kind, starts_at, ends_at,
        household_ids, parts, people, priority, escorts, calls)
      values (${areaId}, ${randomUUID()}, 1, ${roundId}, ${randomUUID()}, 'block', ${new Date(0)}, ${new Date(1)},
        ${JSON.stringify([called])}, '[]', 3, 0, 0, 1)`.execute(db);
    await sql`insert into testing.door_stop (area_id, id, version, round_id, household_id, building_id, place, reason,
        people, team, sort)
      values (${areaId}, ${randomUUID()}, 1, ${roundId}, ${visited}, ${randomUUID()}, '{}', 'immobile', 1, 1,
        0)`.execute(db);
    await swab(listed, place, false);
    await swab(unlisted, elsewhere, false);
    await swab(unlisted, elsewhere, false);
    await swab(null, null, true);
    await swab(null, null, true);
  });
});
afterAll(() => database.close());

const persons = () =>
  within(async ({ db }) => {
    const { rows } = await sql<{ persons: number; sampled: number }>`
      select count(distinct person_key)::int4 as persons, (select count(*)::int4 from testing.expected e
        where exists (select from testing.sample s where s.area_id = e.area_id and s.place_id = e.id)) as sampled
      from testing.swab`.execute(db);
    return rows[0];
  });

const expired = (before: number) => within((tx) => countAll(tx, keeping().expired(tx, before)));

describe('the details of a closed round past its time', () => {
  it('are counted, and cut off from the people while every figure stays', async () => {
    expect(await within((tx) => keeping().oldest(tx))).toBe(CLOSED);
    expect(await expired(CLOSED)).toBe(0);
    expect(await expired(LATER)).toBe(8);
    const before = await persons();
    expect(before).toEqual({ persons: 3, sampled: 1 });
    await within((tx) => keeping().remove(tx, LATER, 500, 9));
    expect(await persons()).toEqual(before);
    expect(await expired(LATER)).toBe(0);
    expect(await within((tx) => keeping().oldest(tx))).toBeNull();
    const left = await within(({ db }) =>
      sql`select to_jsonb(s) as row from testing.sample s union all select to_jsonb(c) from testing.check_in c
        union all select to_jsonb(e) from testing.expected e union all select to_jsonb(t) from testing.slot t
        union all select to_jsonb(d) from testing.door_stop d`.execute(db),
    );
    const text = JSON.stringify(left.rows);
    for (const id of [listed, unlisted, place, called, visited]) expect(text).not.toContain(id);
  });
});
