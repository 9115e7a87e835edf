import { sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { ContactSwab } from '../../domain/contacts/ties.ts';

export interface SwabOfRound extends ContactSwab {
  readonly residentId: string | null;
  readonly lane: string | null;
  readonly site: string | null;
}

/** A slot that stands, as far as who was called in it goes. */
export interface SlotOfHouseholds {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly householdIds: readonly string[];
  readonly buildingIds: readonly string[];
}

/** Slots of the round in which any of these households was called, in the order they begin. */
export async function findSlotsOf(
  tx: AreaTx,
  roundId: string,
  householdIds: readonly string[],
): Promise<readonly SlotOfHouseholds[]> {
  const { rows } = await sql<SlotOfHouseholds>`
    select starts_at, ends_at, household_ids, jsonb_path_query_array(parts, '$[*].buildingId') as building_ids
    from testing.slot
    where area_id = ${tx.areaId} and round_id = ${roundId} and ended_at is null
      and household_ids ?| ${householdIds}::text[]
    order by starts_at, id`.execute(tx.db);
  return rows;
}

const SWAB = sql`
  select w.id as sample_id, coalesce(w.resident_id::text, w.id::text) as key, w.resident_id, w.tube_code, w.lane_id,
    w.at, l.name as lane, site.name as site
  from testing.swab w
  left join testing.lane l on l.area_id = w.area_id and l.id = w.lane_id
  left join testing.site site on site.area_id = l.area_id and site.id = l.site_id`;

/** Standing swabs of the round at these lanes between two instants, in the order of their deeds. */
export async function findSwabsAround(
  tx: AreaTx,
  roundId: string,
  around: { readonly laneIds: readonly string[]; readonly from: number; readonly until: number },
): Promise<readonly SwabOfRound[]> {
  const { rows } = await sql<SwabOfRound>`${SWAB}
    where w.area_id = ${tx.areaId} and w.round_id = ${roundId} and w.in_tube
      and w.lane_id = any(${around.laneIds}::uuid[])
      and w.at between ${new Date(around.from)} and ${new Date(around.until)}
    order by w.at, w.id`.execute(tx.db);
  return rows;
}

/** Standing swabs in tubes of the code, in the order of their deeds. */
export async function findSwabsOfCode(
  tx: AreaTx,
  roundId: string,
  code: string,
): Promise<readonly SwabOfRound[]> {
  const { rows } = await sql<SwabOfRound>`${SWAB}
    where w.area_id = ${tx.areaId} and w.round_id = ${roundId} and w.in_tube and w.tube_code = ${code}
    order by w.at, w.id`.execute(tx.db);
  return rows;
}

/** Each person's latest swab of the round, by his or her place on its list. */
export async function findSwabsOfPlaces(
  tx: AreaTx,
  places: readonly string[],
): Promise<readonly SwabOfRound[]> {
  const { rows } = await sql<SwabOfRound>`
    select found.* from unnest(${places}::uuid[]) as p (id)
    cross join lateral (${SWAB}
      where w.area_id = ${tx.areaId} and w.place_id = p.id and w.in_tube
      order by w.at desc, w.id desc limit 1) found`.execute(tx.db);
  return rows;
}
