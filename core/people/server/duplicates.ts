import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { LikePair } from '../contract/by-hand-queries.ts';
import { type Likable, likePairs, pairKey } from '../domain/likeness.ts';
import { findRowsByIds } from './register-rows.ts';

/** More than anybody settles at a sitting. */
const MOST_PAIRS = 200;

/** Living entries that may be one person, the likeliest first; pairs told apart are left out. */
export async function findLikePairs(tx: AreaTx): Promise<LikePair[]> {
  const { rows } = await sql<Likable>`
    select r.id, r.name, r.pinyin, r.birth_date, r.sex, r.id_blind, r.phone_blind, d.building_id
    from people.resident r
    join places.dwelling d on d.area_id = r.area_id and d.id = r.dwelling_id
    where r.area_id = ${tx.areaId} and r.ended_at is null`.execute(tx.db);
  const { rows: apart } = await sql<{ residentId: string; otherId: string }>`
    select resident_id, other_id from people.told_apart where area_id = ${tx.areaId}`.execute(tx.db);
  const told = new Set(apart.map(({ residentId, otherId }) => pairKey(residentId, otherId)));
  const pairs = likePairs(rows, told).slice(0, MOST_PAIRS);
  const people = await findRowsByIds(tx, [...new Set(pairs.flatMap(({ ids }) => ids))]);
  return pairs.map(({ ids, why }) => ({
    why: [...why],
    people: ids.flatMap((id) => people.get(id) ?? []),
  }));
}
