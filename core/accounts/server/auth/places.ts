import { sql } from 'kysely';
import { hasPracticeCodes } from '#core/codes/contract.ts';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { Database } from '#kernel/db/pool.ts';
import type { AccountOf } from '../../domain/state.ts';
import { hasSecondFactor } from './second-factor.ts';

/** An area where an account works, and as whom. */
export interface Place {
  readonly areaId: string;
  readonly memberId: string;
}

/** Oldest member first: the ids sort by the time of making. */
export async function placesOf(db: Database, accountId: string): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select area as area_id, member_id from auth.place where account_id = ${accountId} order by member_id`.execute(
    db,
  );
  return rows;
}

/** Whether anybody at all can work here yet. */
export async function hasAnyPlace(db: Database): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from auth.place) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Nobody works in that area any more. */
export async function dropPlaces(db: Database, areaId: string): Promise<void> {
  await sql`delete from auth.place where area = ${areaId}`.execute(db);
}

interface Loaded extends Omit<AccountOf, 'elsewhere'> {
  readonly memberId: string;
  readonly others: readonly string[];
}

/**
 * The accounts behind members of an area, by member id; those without one are left out. A practice area has power over
 * nobody's account, and to practise is not to work elsewhere.
 */
export async function loadAccounts(
  tx: AreaTx,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, AccountOf>> {
  if (memberIds.length === 0 || hasPracticeCodes(tx.areaId)) return new Map();
  const { rows } = await sql<Loaded>`
    select p.member_id, p.account_id, ${hasSecondFactor(sql.ref('p.account_id'))} as has_second_factor,
      array(select o.area::text from auth.place o where o.account_id = p.account_id and o.area <> p.area) as others
    from auth.place p
    where p.area = ${tx.areaId} and p.member_id = any(${memberIds}::uuid[])`.execute(tx.db);
  return new Map(
    rows.map(({ memberId, accountId, hasSecondFactor: has, others }) => [
      memberId,
      { accountId, hasSecondFactor: has, elsewhere: others.some((area) => !hasPracticeCodes(area)) },
    ]),
  );
}
