import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Likeness, LikePair } from '../contract/by-hand-queries.ts';
import { findRowsByIds } from './register-rows.ts';

/** More than anybody settles at a sitting. */
const MOST_PAIRS = 200;

/**
 * Living entries that may be one person: the same identity number; the same phone under names read alike, or of the
 * same birth; the same name and birth; the same name in one building. A family shares a phone, and two with different
 * identity numbers are two people. Joined by keys that are indexed: 25,000 entries take some tens of milliseconds.
 */
export async function findLikePairs(tx: AreaTx): Promise<LikePair[]> {
  const { rows } = await sql<{ a: string; b: string; why: Likeness[] }>`
    with living as materialized (
      select r.id, r.name, r.pinyin, r.birth_date, r.sex, r.id_blind, r.phone_blind, d.building_id
      from people.resident r
      join places.dwelling_label d on d.area_id = r.area_id and d.dwelling_id = r.dwelling_id
      where r.area_id = ${tx.areaId} and r.ended_at is null),
    alike as (
      select a.id as a, b.id as b, 'number' as why from living a join living b on a.id_blind = b.id_blind
      union all
      select a.id, b.id, 'phone' from living a join living b on a.phone_blind = b.phone_blind
      where ${NOT_TWO_NUMBERS} and (a.pinyin = b.pinyin or (a.birth_date = b.birth_date and a.sex = b.sex))
      union all
      select a.id, b.id, 'birth' from living a join living b on a.name = b.name and a.birth_date = b.birth_date
      where ${NOT_TWO_NUMBERS}
      union all
      select a.id, b.id, 'name' from living a join living b on a.name = b.name and a.building_id = b.building_id
      where ${NOT_TWO_NUMBERS})
    select k.a, k.b, array_agg(k.why order by ${ORDER}) as why
    from alike k
    where k.a < k.b and not exists (
      select from people.told_apart t
      where t.area_id = ${tx.areaId} and t.resident_id = k.a and t.other_id = k.b)
    group by k.a, k.b
    order by min(${ORDER}), count(*) desc, k.a, k.b
    limit ${MOST_PAIRS}`.execute(tx.db);
  const people = await findRowsByIds(tx, [...new Set(rows.flatMap(({ a, b }) => [a, b]))]);
  return rows.map(({ a, b, why }) => ({
    why,
    people: [a, b].flatMap((id) => people.get(id) ?? []),
  }));
}

const NOT_TWO_NUMBERS = sql`(a.id_blind is null or b.id_blind is null or a.id_blind = b.id_blind)`;
const ORDER = sql`array_position(array['number', 'phone', 'birth', 'name'], k.why)`;
