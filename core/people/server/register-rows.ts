import { type RawBuilder, sql } from 'kysely';
import type { AreaTx } from '#kernel/db/area-tx.ts';
import type { RegisterFilter, RegisterRow } from '../contract/queries.ts';

const ROW = sql`
  r.id, r.household_id, r.dwelling_id, l.building_id, l.compound_id, l.compound, l.building, l.entrance, l.room,
  r.name, r.sex, r.birth_date, r.id_kind, r.id_mask, r.phone_mask, r.other_phone_mask, r.relation, r.tags, r.away,
  r.away_reason, r.registered_elsewhere, r.note, r.confirmed, r.ended_at,
  r.end_reason, r.ended_on, r.merged_into`;

const FROM = sql`
  from people.resident r
  join places.dwelling_label l on l.area_id = r.area_id and l.dwelling_id = r.dwelling_id`;

export type RegisterSort = 'address' | 'name' | 'birthDate' | 'changed';

const ORDERS: Readonly<Record<RegisterSort, RawBuilder<unknown>>> = {
  address: sql`l.sort`,
  name: sql`r.pinyin`,
  birthDate: sql`r.birth_date`,
  changed: sql`r.version`,
};

export interface Page {
  readonly sort: RegisterSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Lines of the register, masked, a page of them. */
export async function findRegisterRows(
  tx: AreaTx,
  which: RawBuilder<unknown>,
  page: Page,
): Promise<RegisterRow[]> {
  const direction = page.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const { rows } = await sql<RegisterRow>`
    select ${ROW} ${FROM}
    where r.area_id = ${tx.areaId} and ${which}
    order by ${ORDERS[page.sort]} ${direction}, l.sort, r.household_id, r.position, r.id
    limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  return rows;
}

/** Entries by id, ended ones too. */
export async function findRowsByIds(
  tx: AreaTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RegisterRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<RegisterRow>`
    select ${ROW} ${FROM} where r.area_id = ${tx.areaId} and r.id = any(${ids}::uuid[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** @param byPlace whether the condition speaks of the address: else nothing is joined, every entry has one */
export async function countRegisterRows(
  tx: AreaTx,
  which: RawBuilder<unknown>,
  byPlace: boolean,
): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int4 as total ${byPlace ? FROM : sql`from people.resident r`} where r.area_id = ${tx.areaId} and ${which}`.execute(
    tx.db,
  );
  return rows[0]?.total ?? 0;
}

/** @param textIds whom the typed text found, when one was typed */
export function registerCondition(
  filter: RegisterFilter,
  textIds: readonly string[] | null,
): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [filter.ended ? sql`r.ended_at is not null` : sql`r.ended_at is null`];
  if (filter.compoundId) all.push(sql`l.compound_id = ${filter.compoundId}`);
  if (filter.buildingId) all.push(sql`l.building_id = ${filter.buildingId}`);
  if (filter.dwellingId) all.push(sql`r.dwelling_id = ${filter.dwellingId}`);
  if (filter.tag) all.push(sql`r.tags @> ${JSON.stringify([filter.tag])}::jsonb`);
  if (filter.away !== undefined) all.push(sql`r.away = ${filter.away}`);
  if (filter.registeredElsewhere !== undefined) {
    all.push(sql`r.registered_elsewhere = ${filter.registeredElsewhere}`);
  }
  if (filter.missing === 'idNumber') all.push(sql`r.id_cipher is null`);
  if (filter.missing === 'phone') all.push(sql`r.phone_cipher is null`);
  if (textIds) all.push(sql`r.id = any(${textIds}::uuid[])`);
  return sql.join(all, sql` and `);
}
