import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { PeopleScope } from '../contract/readers.ts';
import type { PersonCard } from '../contract/rows.ts';

/** Persons with their address, masked: one join over the label view of places. */

const CARD = sql`
  r.id, r.household_id, r.dwelling_id, l.building_id, l.compound_id, l.compound, l.building, l.entrance, l.room,
  l.floor, l.sort, r.name_mask, r.pinyin, r.initials, left(r.birth_date, 4)::int4 as birth_year, r.sex, r.tags,
  r.away, r.away_reason, r.registered_elsewhere, r.phone_mask, r.ended_at, greatest(r.version, l.version) as version`;

export async function findCards(tx: AreaTx, which: RawBuilder<unknown>): Promise<PersonCard[]> {
  const { rows } = await sql<PersonCard>`
    select ${CARD}
    from people.resident r
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where r.area_id = ${tx.areaId} and ${which}
    order by l.sort, r.household_id, r.position, r.id`.execute(tx.db);
  return rows;
}

export function inScope(scope: PeopleScope): RawBuilder<unknown> {
  const { compoundIds, buildingIds, entranceIds = [], looseBuildingIds = [] } = scope;
  const { residentIds = [], householdIds = [] } = scope;
  const among = (ids: readonly string[], what: RawBuilder<unknown>) =>
    ids.length === 0 ? [] : [sql`${what} = any(${ids}::uuid[])`];
  const parts = [
    ...among(compoundIds, sql`l.compound_id`),
    ...among(buildingIds, sql`l.building_id`),
    ...among(entranceIds, sql`l.entrance_id`),
    ...among(looseBuildingIds, sql`l.entrance_id is null and l.building_id`),
    ...among(residentIds, sql`r.id`),
    ...among(householdIds, sql`r.household_id`),
  ];
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

export async function findAmong(
  tx: AreaTx,
  scope: PeopleScope,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select r.id
    from people.resident r
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where r.area_id = ${tx.areaId} and r.id = any(${ids}::uuid[]) and r.ended_at is null
      and ${inScope(scope)}`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Ids of cards changed after `since`, ended persons' too. Two questions, each with an index or a short table of its own:
 * one about the later of both versions would read every resident of the area, at every pull of every phone.
 */
export async function findChangedIds(tx: AreaTx, since: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people.resident where area_id = ${tx.areaId} and version > ${since}
    union
    select r.id from people.resident r
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where r.area_id = ${tx.areaId} and l.version > ${since}`.execute(tx.db);
  return rows.map((row) => row.id);
}

export interface BuildingCount {
  readonly buildingId: string;
  readonly households: number;
  readonly residents: number;
  readonly away: number;
}

/** Living entries per building. */
export async function countByBuilding(tx: AreaTx, which: RawBuilder<unknown>): Promise<BuildingCount[]> {
  const { rows } = await sql<BuildingCount>`
    select l.building_id, count(distinct r.household_id)::int4 as households, count(*)::int4 as residents,
      (count(*) filter (where r.away))::int4 as away
    from people.resident r
    join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id
    where r.area_id = ${tx.areaId} and r.ended_at is null and ${which}
    group by l.building_id`.execute(tx.db);
  return rows;
}

export async function householdsOf(
  tx: AreaTx,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; householdId: string }>`
    select id, household_id from people.resident
    where area_id = ${tx.areaId} and id = any(${residentIds}::uuid[])`.execute(tx.db);
  return new Map(rows.map(({ id, householdId }) => [id, householdId]));
}
